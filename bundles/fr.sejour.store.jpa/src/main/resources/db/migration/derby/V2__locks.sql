-- Row locks never turn into a table lock below this many, so a pass over many cases leaves the counters open.
CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.escalationThreshold', '100000');
-- A deadlock is found after a second, and nobody waits for a lock longer than ten: the work is then run again.
CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.deadlockTimeout', '1');
CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.waitTimeout', '10');
