package dev.heed.cli;

import java.util.List;

/** What commands that scan have in common: where their options are. */
interface ScanOptions {

    /** As the user wrote them; the working directory if he wrote none. */
    List<String> inputs();

    InputArguments input();

    TypeArguments types();

    RuleArguments rules();

    RunArguments runArguments();

    CacheArguments cache();

    CommonOptions common();
}
