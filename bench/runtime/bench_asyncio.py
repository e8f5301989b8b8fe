"""The same four measurements for asyncio. Arguments: tasks, rounds."""
import asyncio
import statistics
import sys
import time

TASKS, ROUNDS = int(sys.argv[1]), int(sys.argv[2])


async def one():
    return 1


async def spawn():
    start = time.perf_counter_ns()
    await asyncio.gather(*[asyncio.create_task(one()) for _ in range(TASKS)])
    return (time.perf_counter_ns() - start) // TASKS


async def yields():
    times = TASKS * 10
    start = time.perf_counter_ns()
    for _ in range(times):
        await asyncio.sleep(0)
    return (time.perf_counter_ns() - start) // times


async def turns():
    for _ in range(TASKS):
        await asyncio.sleep(0)


async def ping_pong():
    start = time.perf_counter_ns()
    a, b = asyncio.create_task(turns()), asyncio.create_task(turns())
    await a
    await b
    return (time.perf_counter_ns() - start) // TASKS


async def wait(future):
    await future


async def cancel():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(wait(loop.create_future())) for _ in range(TASKS)]
    await asyncio.sleep(0)
    start = time.perf_counter_ns()
    for task in tasks:
        task.cancel("enough")
    for task in tasks:
        try:
            await task
        except asyncio.CancelledError:
            pass
    return (time.perf_counter_ns() - start) // TASKS


version = "asyncio, CPython %d.%d.%d" % sys.version_info[:3]
for name, scenario in (("spawn", spawn), ("yield", yields), ("ping-pong", ping_pong), ("cancel", cancel)):
    times = [asyncio.run(scenario()) for _ in range(2 * ROUNDS)][ROUNDS:]
    print(f"{version}\t{name}\t{int(statistics.median(times)):,} ns")
