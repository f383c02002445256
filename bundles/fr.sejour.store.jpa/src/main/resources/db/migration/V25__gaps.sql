-- The gap of coverage that an open case leaves, as it was last looked at: its first day, why, and what closes it by itself.
ALTER TABLE permit_case ADD COLUMN gap_from DATE;
ALTER TABLE permit_case ADD COLUMN gap_cause VARCHAR(20);
ALTER TABLE permit_case ADD COLUMN gap_paper VARCHAR(40);
ALTER TABLE permit_case ADD COLUMN gap_closes_on DATE;
-- The first day and the number: null when it leaves none.
ALTER TABLE permit_case ADD COLUMN gap_key VARCHAR(27);
CREATE INDEX permit_case_gaps ON permit_case (prefecture, gap_key, gap_closes_on);
CREATE INDEX permit_case_national_gaps ON permit_case (gap_key, gap_closes_on);
CREATE INDEX uncovered_day_by_day ON uncovered_day (legal_day, prefecture);
-- How many changes of the law came before a rehearsal began; rehearsed_beside is written no more.
ALTER TABLE edition ADD COLUMN rehearsed_after BIGINT;
-- What stands already is looked at once, which the clock does in its chunks.
UPDATE permit_case SET wake_at = CURRENT_TIMESTAMP
  WHERE queue_key IS NOT NULL AND (wake_at IS NULL OR wake_at > CURRENT_TIMESTAMP);
