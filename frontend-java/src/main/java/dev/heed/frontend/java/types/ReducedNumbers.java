package dev.heed.frontend.java.types;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import dev.heed.frontend.java.skim.LineMap;
import dev.heed.frontend.java.skim.LineTable;
import dev.heed.frontend.java.skim.SkimmedMember;
import dev.heed.frontend.java.skim.SkimmedType;
import dev.heed.frontend.java.skim.SkimmedUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of members where others are left out: found by where they stand. */
final class ReducedNumbers implements UnitNames.Numbers {
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final LineMap lines;

    ReducedNumbers(SkimmedUnit unit, LineMap lines) {
        this.lines = lines;
        add(unit.types(), unit.lines());
    }

    private void add(List<SkimmedType> types, LineTable table) {
        for (SkimmedType type : types) {
            for (int i = 0; i < type.members().size(); i++) {
                SkimmedMember member = type.members().get(i);
                if (member.type() != null) {
                    add(List.of(member.type()), table);
                } else {
                    numbers.put(key(table.line(member.start()), table.column(member.start())), i);
                }
            }
        }
    }

    private static long key(int line, int column) {
        return ((long) line << 32) | column;
    }

    @Override
    public int of(Node type, Node member) {
        Position begin = member.getRange().map(range -> range.begin).orElse(Position.HOME);
        Integer number = numbers.get(key(lines.line(begin.line), lines.column(begin.line, begin.column)));
        // Types inside of code are there as a whole.
        return number == null ? UnitNames.numberOf(type, member) : number;
    }
}
