package fr.sejour.store.jpa.internal;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/**
 * What the ports promise, held by a store on whichever database a subclass brings, a shelf after the other. Expectations are written
 * by hand or raw SQL.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreContract {

    private WatchedSource watched;
    private OpenStore open;
    private RawDatabase raw;

    /** An empty database of the kind under test. */
    abstract DataSource freshDatabase();

    /** Whether this kind of database searches the words of cases. */
    abstract boolean searchesText();

    /** A store of its own, whose database can be taken away. */
    abstract Outage outage();

    /**
     * @param strike takes the database away, open connections included
     * @param relief brings it back as it was
     */
    record Outage(OpenStore open, Runnable strike, Runnable relief) {}

    @BeforeAll
    void openTheStore() {
        watched = new WatchedSource(freshDatabase());
        open = OpenStore.on(watched.source());
        raw = new RawDatabase(open.source());
    }

    @AfterAll
    void closeTheStore() {
        open.close();
    }

    @BeforeEach
    void clear() {
        raw.clear();
    }

    WatchedSource watched() {
        return watched;
    }

    OpenStore open() {
        return open;
    }

    RawDatabase raw() {
        return raw;
    }

    @Nested
    class Cases extends CasesContract {
        Cases() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Journals extends JournalsContract {
        Journals() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Transactions extends TransactionsContract {
        Transactions() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Queues extends QueuesContract {
        Queues() {
            super(StoreContract.this);
        }
    }

    @Nested
    class WhatIsDue extends DueContract {
        WhatIsDue() {
            super(StoreContract.this);
        }
    }

    @Nested
    class ThePass extends PassContract {
        ThePass() {
            super(StoreContract.this);
        }
    }

    @Nested
    class WithoutAProof extends UncoveredContract {
        WithoutAProof() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Delays extends DelaysContract {
        Delays() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Scopes extends ScopesContract {
        Scopes() {
            super(StoreContract.this);
        }
    }

    @Nested
    class People extends PeopleContract {
        People() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Papers extends PapersContract {
        Papers() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Notices extends NoticesContract {
        Notices() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Accounts extends AccountsContract {
        Accounts() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Corrections extends CorrectionsContract {
        Corrections() {
            super(StoreContract.this);
        }
    }

    @Nested
    class MandatesOfPeople extends MandatesContract {
        MandatesOfPeople() {
            super(StoreContract.this);
        }
    }

    @Nested
    class WhatPeopleShare extends SharesContract {
        WhatPeopleShare() {
            super(StoreContract.this);
        }
    }

    @Nested
    class LookingAlike extends LookAlikesContract {
        LookingAlike() {
            super(StoreContract.this);
        }
    }

    @Nested
    class WhatFailed extends FailuresContract {
        WhatFailed() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Register extends RegisterContract {
        Register() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Attempts extends AttemptsContract {
        Attempts() {
            super(StoreContract.this);
        }
    }

    @Nested
    class Hands extends TeamsContract {
        Hands() {
            super(StoreContract.this);
        }
    }

    @Nested
    class OnManyCases extends BulkActsContract {
        OnManyCases() {
            super(StoreContract.this);
        }
    }

    @Nested
    class ManyAtOnce extends ManyAtOnceContract {
        ManyAtOnce() {
            super(StoreContract.this);
        }
    }
}
