package fr.sejour.law.internal.text;

import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the list of préfectures, a table with a header. */
final class PrefectureReader {

    private static final String HEADER =
            "code,departement,prefecture_city,region_code,region,type,authority,ceseda_applies,timezone,note";
    private static final Map<String, Boolean> YES_OR_NO = Map.of("yes", true, "no", false);

    private PrefectureReader() {}

    static Map<PrefectureCode, Prefecture> read(String name, String table) {
        List<String> lines = table.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new InconsistentEdition(name, "has not the header " + HEADER);
        }
        Map<PrefectureCode, Prefecture> prefectures = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Prefecture prefecture = prefecture(name, line);
            if (prefectures.put(prefecture.code(), prefecture) != null) {
                throw new InconsistentEdition(name, "has the préfecture " + prefecture.code() + " twice");
            }
        }
        return prefectures;
    }

    private static Prefecture prefecture(String name, String line) {
        List<String> cells = cells(line);
        String code = cells.get(0);
        if (cells.size() != 10) {
            throw new InconsistentEdition(
                    name, "has " + cells.size() + " cells instead of 10 for the préfecture " + code);
        }
        Boolean applies = YES_OR_NO.get(cells.get(7));
        if (applies == null) {
            throw new InconsistentEdition(name, "says neither yes nor no in ceseda_applies for the préfecture " + code);
        }
        try {
            return new Prefecture(
                    new PrefectureCode(code),
                    cells.get(1),
                    cells.get(2),
                    cells.get(6),
                    applies,
                    ZoneId.of(cells.get(8)),
                    Optional.of(cells.get(9)).filter(note -> !note.isBlank()));
        } catch (DateTimeException unknownZone) {
            throw new InconsistentEdition(
                    name, "has the unknown time zone " + cells.get(8) + " for the préfecture " + code);
        } catch (IllegalArgumentException malformedCode) {
            throw new InconsistentEdition(name, "names " + code + ", which is not a préfecture code");
        }
    }

    /** A cell between quotes may hold commas; no cell of this table holds a quote. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int place = 0; place < line.length(); place++) {
            char sign = line.charAt(place);
            if (sign == '"') {
                quoted = !quoted;
            } else if (sign == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(sign);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
