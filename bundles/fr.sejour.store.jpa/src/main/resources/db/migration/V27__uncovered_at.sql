-- When the next day begins on which the person of a case goes without a proof that they are owed; null for whoever holds one. Who goes
-- without one already has it from the next look, which the clock makes at the end of that day.
ALTER TABLE permit_case ADD COLUMN uncovered_at ${instant};
CREATE INDEX permit_case_uncovered ON permit_case (uncovered_at, filed_at, case_number);
