@echo off
rem Runs Heed from a checkout. Builds it on first use, and again when its sources have changed.
rem   JAVA_HOME       the JDK to use (17 or later); else the java in the PATH
rem   HEED_JAVA_OPTS  more options for the JVM, such as -Xmx4g
rem   HEED_NO_BUILD   if set, never builds: runs the jar that is there
setlocal
set "HEED_ROOT=%~dp0"
set "HEED_JAR=%HEED_ROOT%cli\target\heed.jar"
set "HEED_JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "HEED_JAVA=%JAVA_HOME%\bin\java.exe"
"%HEED_JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo heed: no Java found; install a JDK, version 17 or later, or set JAVA_HOME. 1>&2
    exit /b 2
)
if defined HEED_NO_BUILD goto run
if not exist "%HEED_JAR%" goto build
powershell -NoProfile -Command "$jar = (Get-Item -LiteralPath $env:HEED_JAR).LastWriteTimeUtc; $new = Get-ChildItem -Path ($env:HEED_ROOT + 'pom.xml'), ($env:HEED_ROOT + '*\pom.xml'), ($env:HEED_ROOT + '*\src\main') -Recurse | Where-Object { $_.LastWriteTimeUtc -gt $jar } | Select-Object -First 1; if ($new) { exit 1 }"
if not errorlevel 1 goto run

:build
where mvn >nul 2>&1
if errorlevel 1 (
    echo heed: Maven is needed to build Heed; install it and run this again. 1>&2
    exit /b 2
)
echo heed: building Heed; this takes a minute or two ... 1>&2
if not exist "%HEED_ROOT%.heed" mkdir "%HEED_ROOT%.heed"
call mvn -q -B -f "%HEED_ROOT%pom.xml" -pl cli -am -P quick package >"%HEED_ROOT%.heed\build.log" 2>&1
if errorlevel 1 (
    findstr /b /l /c:"[ERROR]" "%HEED_ROOT%.heed\build.log" 1>&2
    echo heed: the build failed; the whole log is in %HEED_ROOT%.heed\build.log. 1>&2
    exit /b 2
)

:run
"%HEED_JAVA%" -XX:+UseSerialGC -XX:MaxNewSize=48m -XX:MaxTenuringThreshold=3 -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xss4m -Xlog:disable -Xlog:all=error:stderr %HEED_JAVA_OPTS% -jar "%HEED_JAR%" %*
exit /b %errorlevel%
