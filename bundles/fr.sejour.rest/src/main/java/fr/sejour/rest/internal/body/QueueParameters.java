package fr.sejour.rest.internal.body;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.Held;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.rest.internal.problem.Rule;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The filters of a queue as they are sent. */
public final class QueueParameters {

    private static final int LONGEST_NAME = 2000;
    private static final int LONGEST_TEXT = 200;

    @QueryParam("prefecture")
    private @Nullable String prefecture;

    @QueryParam("status")
    private @Nullable String status;

    @QueryParam("permit")
    private @Nullable String permit;

    @QueryParam("channel")
    private @Nullable String channel;

    @QueryParam("complete")
    private @Nullable String complete;

    @QueryParam("facts")
    private @Nullable String facts;

    @QueryParam("employed")
    private @Nullable String employed;

    @QueryParam("filedFrom")
    private @Nullable String filedFrom;

    @QueryParam("filedUntil")
    private @Nullable String filedUntil;

    @QueryParam("rightEndsUntil")
    private @Nullable String rightEndsUntil;

    @QueryParam("nextAct")
    private @Nullable String nextAct;

    @QueryParam("overdue")
    private @Nullable String overdue;

    @QueryParam("task")
    private @Nullable String task;

    @QueryParam("duplicate")
    private @Nullable String duplicate;

    @QueryParam("transfer")
    private @Nullable String transfer;

    @QueryParam("number")
    private @Nullable String number;

    @QueryParam("q")
    private @Nullable String q;

    @QueryParam("text")
    private @Nullable String text;

    @QueryParam("held")
    private @Nullable String held;

    @QueryParam("assignee")
    private @Nullable String assignee;

    public QueueFilter toFilter() {
        return new QueueFilter(
                Input.optional("prefecture", Rule.PREFECTURE, prefecture, PrefectureCode::new),
                Input.optionalCodes("status", status, CaseStatus.class),
                Input.optional("permit", Rule.PERMIT, permit, PermitCode::new),
                Input.optionalCode("channel", channel, FilingChannel.class),
                Input.optionalBoolean("complete", complete),
                Input.optionalCode("facts", facts, FactLevel.class),
                Input.optionalBoolean("employed", employed),
                Input.optionalDay("filedFrom", filedFrom),
                Input.optionalDay("filedUntil", filedUntil),
                Input.optionalDay("rightEndsUntil", rightEndsUntil),
                Input.optionalWord("nextAct", nextAct, NextAct.CODES),
                Input.optionalBoolean("overdue", overdue),
                Input.optionalCode("task", task, Task.Kind.class),
                Input.optionalBoolean("duplicate", duplicate),
                Input.optionalBoolean("transfer", transfer),
                Input.optional("number", Rule.CASE_NUMBER, number, CaseNumber::new),
                Input.optional("q", Rule.NAME_SEARCH, q, it -> within(LONGEST_NAME, it))
                        .filter(it -> !it.isBlank()),
                Input.optional("text", Rule.TEXT_SEARCH, text, it -> within(LONGEST_TEXT, it))
                        .filter(it -> !it.isBlank()),
                Input.optionalCode("held", held, Held.class),
                Input.optional("assignee", Rule.ACCOUNT, assignee, AccountId::new));
    }

    private static String within(int longest, String typed) {
        if (typed.length() > longest) {
            throw new IllegalArgumentException("nobody looks for so much");
        }
        return typed;
    }
}
