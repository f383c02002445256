package fr.sejour.shell.internal;

import fr.sejour.api.operation.RegisterImport;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.jspecify.annotations.Nullable;

/** {@code sejour:register-import}: brings what the State already knows in from a file. */
@Service
@Command(scope = "sejour", name = "register-import", description = "Imports the register from a CSV file in UTF-8")
public final class ImportRegister extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    RegisterImport register;

    @Argument(name = "file", description = "The CSV file, with its header", required = true)
    @Completion(FileCompleter.class)
    String file = "";

    @Override
    void run() throws Exception {
        RegisterImport desk = present(register, "the register");
        Path path = read(() -> Path.of(file));
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw refusal("There is no file to read at " + path.toAbsolutePath());
        }

        RegisterImport.Report report = read(desk, path);

        out.println(report.imported() + " rows imported");
        report.refused().forEach(out::println);
        if (!report.refused().isEmpty()) {
            throw refusal(report.refused().size() + " rows were refused; mend them and import the file again");
        }
    }

    private static RegisterImport.Report read(RegisterImport desk, Path path) throws Exception {
        // what is no UTF-8 reaches the import as the sign for it, which tells its line
        try (BufferedReader csv =
                new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
            return desk.read(csv);
        }
    }
}
