package fr.sejour.core.port;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.bulk.BulkAct;
import fr.sejour.api.bulk.BulkActId;
import fr.sejour.api.cases.Act;
import java.time.Instant;

/** An act on many cases, without its lines. */
public record BulkRecord(BulkActId id, AccountId by, Act act, BulkAct.State state, Instant preparedAt) {}
