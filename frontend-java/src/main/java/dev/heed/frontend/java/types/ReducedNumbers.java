package dev.heed.frontend.java.types;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import dev.heed.frontend.java.skim.LineMap;

/**
 * The numbers of members where others are left out: found by where they stand.
 *
 * @param lines where the lines of the parsed text are from
 */
record ReducedNumbers(UnitHead head, LineMap lines) implements UnitNames.Numbers {

    @Override
    public int of(Node type, Node member) {
        Position begin = member.getRange().map(range -> range.begin).orElse(Position.HOME);
        int number = head.numberAt(lines.line(begin.line), lines.column(begin.line, begin.column));
        // Types inside of code are there as a whole.
        return number < 0 ? UnitNames.numberOf(type, member) : number;
    }
}
