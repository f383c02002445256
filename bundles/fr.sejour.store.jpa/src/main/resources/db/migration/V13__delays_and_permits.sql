-- How long decisions took over the last 90 days, from filing to the day the person was told: counted each day, one row for each
-- préfecture, permit and nature that had any. The days are null where the cases are too few to say.
CREATE TABLE local_delay (
  prefecture VARCHAR(3) NOT NULL,
  permit VARCHAR(63) NOT NULL,
  nature VARCHAR(20) NOT NULL,
  case_count INTEGER NOT NULL,
  half_days INTEGER,
  nine_tenths_days INTEGER,
  counted_on DATE NOT NULL,
  CONSTRAINT local_delay_once PRIMARY KEY (prefecture, permit, nature),
  CONSTRAINT local_delay_both CHECK (
    (half_days IS NULL AND nine_tenths_days IS NULL) OR (half_days IS NOT NULL AND nine_tenths_days IS NOT NULL))
);

-- Rare permits are found without a look at every other case of the queue.
CREATE INDEX permit_case_permit_queue ON permit_case (prefecture, permit, queue_key);
CREATE INDEX permit_case_national_permit_queue ON permit_case (permit, queue_key);
