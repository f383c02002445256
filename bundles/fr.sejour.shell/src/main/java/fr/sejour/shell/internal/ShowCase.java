package fr.sejour.shell.internal;

import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.ServicePoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** {@code sejour:case}: where a case stands, whose turn it is and what runs. */
@Service
@Command(scope = "sejour", name = "case", description = "Shows a case")
public final class ShowCase extends OperatorCommand {

    @Reference(optional = true)
    @Nullable
    CaseReview cases;

    @Argument(name = "number", description = "The case number, nineteen digits", required = true)
    String number = "";

    @Override
    void run() throws Exception {
        CaseNumber wanted = read(() -> new CaseNumber(number));
        CaseFile file = present(cases, "the case desk").find(SHELL, wanted);
        heading(file);
        clocks(file.clocks());
        pieces(file.pieces());
        tasks(file.tasks());
    }

    private void heading(CaseFile file) {
        out.println("Case " + file.number() + ": " + word(file.status()) + ", version " + file.version());
        line(
                "permit",
                file.permit()
                        + file.article().map(article -> " (" + article + ")").orElse(""));
        line(
                "filed",
                file.filedOn() + ", " + word(file.channel()) + ", "
                        + word(file.assessment().nature()) + ", "
                        + file.assessment()
                                .timeliness()
                                .fold(OperatorCommand::word, open -> "timeliness undetermined"));
        line("edition", file.assessment().edition().name());
        line("person", file.person() + ", facts " + word(file.facts()));
        file.held().ifPresent(held -> line("held permit", held.permit() + " until " + held.validUntil()));
        line(
                "préfecture",
                file.prefecture()
                        + file.transfer()
                                .map(transfer ->
                                        ", offered to " + transfer.to() + ", theirs on " + transfer.completesOn())
                                .orElse(""));
        line("practice", practice(file.practice()));
        line("complete", file.complete() ? "yes" : "no");
        file.decision().ifPresent(decision -> line("decision", decision(decision)));
        file.collection().ifPresent(collection -> line("collection", collection(collection)));
        line("next", file.next().map(ShowCase::next).orElse("nothing, the case has ended"));
        line(
                "allowed acts",
                file.acts().stream().map(OperatorCommand::word).sorted().collect(Collectors.joining(", ")));
    }

    private void line(String what, String value) {
        out.printf("  %-13s %s%n", what, value);
    }

    private static String practice(Practice practice) {
        return practice.servicePoint().map(ServicePoint::name).orElse("no service point named") + ", card by "
                + word(practice.collection()) + " (rules: " + practice.rules().bundle() + " "
                + practice.rules().version() + ")";
    }

    private static String decision(DecisionFile decision) {
        String validity = decision.validFrom().isPresent()
                ? ", valid " + decision.validFrom().get() + " to " + day(decision.validUntil())
                : "";
        return word(decision.outcome()) + " on " + decision.decidedOn() + validity
                + decision.notification()
                        .map(notified -> ", notified on " + notified.day() + " by " + notified.means())
                        .orElse(", not notified");
    }

    private static String collection(CollectionFile collection) {
        return collection
                        .handedOverOn()
                        .map(on -> "handed over on " + on)
                        .orElseGet(() -> collection
                                .readyOn()
                                .map(on -> "ready since " + on)
                                .orElse("card not ready"))
                + ", by " + word(collection.mode())
                + collection.servicePoint().map(point -> ", at " + point.name()).orElse("");
    }

    private static String next(NextAct next) {
        return word(next.who()) + ": " + next.what() + " by " + next.by()
                + next.owner().map(owner -> " (" + owner + ")").orElse("");
    }

    private void clocks(List<ClockFile> clocks) {
        ShellTable table = table("Clock", "Starts", "Ends", "State", "Its end means", "Article");
        clocks.forEach(clock -> table.addRow()
                .addContent(
                        clock.kind(),
                        clock.startsOn(),
                        day(clock.endsOn()),
                        word(clock.state()),
                        clock.meaning(),
                        clock.basis().stream().map(Article::reference).collect(Collectors.joining("; "))));
        print(table, clocks);
    }

    private void pieces(List<PieceFile> pieces) {
        ShellTable table = table("Piece", "State", "Given at", "Kind", "Bytes");
        pieces.forEach(piece -> table.addRow()
                .addContent(
                        piece.type(),
                        word(piece.state()),
                        piece.givenAt().map(Object::toString).orElse("-"),
                        piece.mediaType().orElse("-"),
                        piece.size().map(Object::toString).orElse("-")));
        print(table, pieces);
    }

    private void tasks(List<Task> tasks) {
        ShellTable table = table("Task", "Owed by", "Due", "Told", "Question");
        tasks.forEach(task -> table.addRow()
                .addContent(
                        word(task.kind()),
                        task.owner().map(Object::toString).orElse("national jurist"),
                        task.dueOn(),
                        word(task.escalation()),
                        task.question().orElse("-")));
        print(table, tasks);
    }

    private void print(ShellTable table, List<?> rows) {
        if (!rows.isEmpty()) {
            out.println();
            table.print(out);
        }
    }

    private static ShellTable table(String... columns) {
        ShellTable table = new ShellTable();
        for (String column : columns) {
            table.column(column);
        }
        return table;
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("-");
    }
}
