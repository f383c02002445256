package fr.sejour.store.jpa.internal;

import fr.sejour.core.port.AccountRecords;
import fr.sejour.core.port.AttemptRecords;
import fr.sejour.core.port.BulkRecords;
import fr.sejour.core.port.CaseRecords;
import fr.sejour.core.port.CopyRecords;
import fr.sejour.core.port.CorrectionRecords;
import fr.sejour.core.port.DelayRecords;
import fr.sejour.core.port.DueRecords;
import fr.sejour.core.port.EditionRecords;
import fr.sejour.core.port.EvidenceRecords;
import fr.sejour.core.port.JournalRecords;
import fr.sejour.core.port.LookAlikeRecords;
import fr.sejour.core.port.MandateRecords;
import fr.sejour.core.port.NoticeRecords;
import fr.sejour.core.port.PaperRecords;
import fr.sejour.core.port.PersonRecords;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.RegisterRecords;
import fr.sejour.core.port.ReportRecords;
import fr.sejour.core.port.ShareRecords;
import fr.sejour.core.port.StockRecords;
import fr.sejour.core.port.StrayRecords;
import fr.sejour.core.port.TeamRecords;
import fr.sejour.core.port.TraceRecords;
import fr.sejour.core.port.UncoveredRecords;

/** The records of one open transaction. */
final class JpaRecords implements Records {

    private final CaseRecords cases;
    private final PersonRecords people;
    private final EvidenceRecords evidence;
    private final PaperRecords papers;
    private final NoticeRecords notices;
    private final AccountRecords accounts;
    private final RegisterRecords register;
    private final AttemptRecords attempts;
    private final TraceRecords traces;
    private final ReportRecords reports;
    private final CorrectionRecords corrections;
    private final LookAlikeRecords lookAlikes;
    private final StrayRecords strays;
    private final StockRecords stock;
    private final JournalRecords journals;
    private final TeamRecords teams;
    private final BulkRecords bulk;
    private final MandateRecords mandates;
    private final ShareRecords shares;
    private final CopyRecords copies;
    private final DelayRecords delays;
    private final EditionRecords editions;
    private final DueRecords due;
    private final UncoveredRecords uncovered;

    JpaRecords(OpenTransaction transaction) {
        JpaCases itsCases = new JpaCases(transaction);
        JpaPeople itsPeople = new JpaPeople(transaction);
        attempts = new JpaAttempts(transaction);
        JpaPapers itsPapers = new JpaPapers(transaction, attempts);
        JpaCorrections itsCorrections = new JpaCorrections(transaction);
        cases = itsCases;
        people = itsPeople;
        evidence = new JpaEvidence(transaction);
        papers = itsPapers;
        notices = new JpaNotices(transaction);
        accounts = new JpaAccounts(transaction);
        register = new JpaRegister(transaction);
        traces = new JpaTraces(transaction);
        reports = new JpaReports(transaction);
        corrections = itsCorrections;
        lookAlikes = new JpaLookAlikes(transaction, itsPeople);
        strays = new JpaStrays(transaction);
        stock = new JpaStock(transaction);
        journals = new JpaJournals(transaction);
        teams = new JpaTeams(transaction);
        bulk = new JpaBulk(transaction);
        mandates = new JpaMandates(transaction);
        shares = new JpaShares(transaction);
        copies = new JpaCopies(transaction);
        delays = new JpaDelays(transaction);
        editions = new JpaEditions(transaction);
        due = new JpaDue(transaction, itsCases, itsPeople, itsPapers, itsCorrections);
        uncovered = new JpaUncovered(transaction);
    }

    @Override
    public CaseRecords cases() {
        return cases;
    }

    @Override
    public PersonRecords people() {
        return people;
    }

    @Override
    public DueRecords due() {
        return due;
    }

    @Override
    public EvidenceRecords evidence() {
        return evidence;
    }

    @Override
    public PaperRecords papers() {
        return papers;
    }

    @Override
    public NoticeRecords notices() {
        return notices;
    }

    @Override
    public AccountRecords accounts() {
        return accounts;
    }

    @Override
    public RegisterRecords register() {
        return register;
    }

    @Override
    public JournalRecords journals() {
        return journals;
    }

    @Override
    public StrayRecords strays() {
        return strays;
    }

    @Override
    public StockRecords stock() {
        return stock;
    }

    @Override
    public AttemptRecords attempts() {
        return attempts;
    }

    @Override
    public TraceRecords traces() {
        return traces;
    }

    @Override
    public ReportRecords reports() {
        return reports;
    }

    @Override
    public TeamRecords teams() {
        return teams;
    }

    @Override
    public BulkRecords bulk() {
        return bulk;
    }

    @Override
    public CorrectionRecords corrections() {
        return corrections;
    }

    @Override
    public LookAlikeRecords lookAlikes() {
        return lookAlikes;
    }

    @Override
    public CopyRecords copies() {
        return copies;
    }

    @Override
    public ShareRecords shares() {
        return shares;
    }

    @Override
    public MandateRecords mandates() {
        return mandates;
    }

    @Override
    public DelayRecords delays() {
        return delays;
    }

    @Override
    public EditionRecords editions() {
        return editions;
    }

    @Override
    public UncoveredRecords uncovered() {
        return uncovered;
    }
}
