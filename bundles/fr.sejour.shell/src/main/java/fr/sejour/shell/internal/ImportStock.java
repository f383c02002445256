package fr.sejour.shell.internal;

import fr.sejour.api.operation.StockImport;
import fr.sejour.api.operation.StockImport.BadRow;
import fr.sejour.api.operation.StockImport.Report;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.jspecify.annotations.Nullable;

/** {@code sejour:import-stock}: takes the open cases of an earlier system over from a file. */
@Service
@Command(
        scope = "sejour",
        name = "import-stock",
        description = "Takes the open cases of an earlier system over from a CSV file in UTF-8; the same file may be"
                + " imported again after any interruption")
public final class ImportStock extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    StockImport stock;

    @Argument(name = "file", description = "The CSV file, with its header; --columns lists them", required = false)
    @Completion(FileCompleter.class)
    String file = "";

    @Option(name = "--report", description = "Where each bad row is written; FILE.refused.csv when not given")
    @Completion(FileCompleter.class)
    String report = "";

    @Option(name = "--columns", description = "Prints the columns of the file, in their order, and imports nothing")
    boolean columns;

    @Override
    void run() throws Exception {
        if (columns) {
            out.println(String.join(",", StockImport.COLUMNS));
            return;
        }
        StockImport desk = present(stock, "the import of a stock");
        Path path = read(() -> Path.of(file));
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw refusal("There is no file to read at " + path.toAbsolutePath());
        }
        Path refused = read(() -> Path.of(report.isEmpty() ? file + ".refused.csv" : report));

        Report done = read(desk, path, refused);

        out.println(done.read() + " rows read: " + done.made() + " cases made, " + done.there() + " already there, "
                + done.refused() + " refused");
        if (done.silent() > 0) {
            out.println("Silence had refused on " + done.silent()
                    + " of the cases made: a task asks each préfecture for an express decision");
        }
        if (done.refused() > 0) {
            throw refusal(done.refused() + " rows were refused: " + refused.toAbsolutePath()
                    + " says why; mend them and import the file again");
        }
    }

    private Report read(StockImport desk, Path path, Path refused) throws Exception {
        // what is no UTF-8 reaches the import as the sign for it, which tells its line
        try (BufferedReader csv =
                        new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
                BufferedWriter bad = Files.newBufferedWriter(refused, StandardCharsets.UTF_8)) {
            bad.write("line,column,wrong,to_do\n");
            return desk.read(csv, row -> write(bad, row), this::say);
        } catch (UncheckedIOException | IOException unreadable) {
            throw refusal("A file could not be read or written: " + path.toAbsolutePath() + ", "
                    + refused.toAbsolutePath() + "; what was taken over stands, and the import can be run again");
        }
    }

    private void say(Report far) {
        out.println(far.read() + " rows read, " + far.made() + " made, " + far.there() + " there, " + far.refused()
                + " refused");
    }

    /** The words are our own and hold no quotation mark. */
    private static void write(BufferedWriter bad, BadRow row) {
        try {
            bad.write(row.line() + "," + row.column() + ",\"" + row.wrong() + "\",\"" + row.toDo() + "\"\n");
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }
}
