-- A paper that a judge ordered may begin on the day of the usual one of its kind, beside which it stands where it allows less.
ALTER TABLE attestation ADD COLUMN ordered BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE attestation SET ordered = TRUE WHERE because LIKE '%court-order%';
ALTER TABLE attestation DROP CONSTRAINT attestation_once;
ALTER TABLE attestation ADD CONSTRAINT attestation_once
  UNIQUE (case_number, kind, first_day, stands, of_the_commission, ordered);
