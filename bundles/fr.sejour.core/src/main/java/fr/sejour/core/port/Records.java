package fr.sejour.core.port;

import org.osgi.annotation.versioning.ProviderType;

/** The records of one open transaction, by what they are about. */
@ProviderType
public interface Records {

    CaseRecords cases();

    PersonRecords people();

    /** What the clock makes due. */
    DueRecords due();

    EvidenceRecords evidence();

    PaperRecords papers();

    NoticeRecords notices();

    AccountRecords accounts();

    RegisterRecords register();

    /** The journals as their tables hold them. */
    JournalRecords journals();

    /** The cases that the watchdog could not mend. */
    StrayRecords strays();

    /** What came from the stock of the system before this one. */
    StockRecords stock();

    /** The failed attempts counted against a subject, to slow down guessing. */
    AttemptRecords attempts();

    TraceRecords traces();

    ReportRecords reports();

    TeamRecords teams();

    BulkRecords bulk();

    CorrectionRecords corrections();

    LookAlikeRecords lookAlikes();

    MandateRecords mandates();

    ShareRecords shares();

    CopyRecords copies();

    /** How long decisions took. */
    DelayRecords delays();

    /** The days on which people who were entitled to a proof of right held none. */
    UncoveredRecords uncovered();
}
