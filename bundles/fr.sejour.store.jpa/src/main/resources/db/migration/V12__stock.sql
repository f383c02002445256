-- What was taken over from the stock of the system before this one: a reference of that system is taken over once.
CREATE TABLE taken_over (
  reference VARCHAR(100) NOT NULL,
  row_digest VARCHAR(64) NOT NULL,
  case_number VARCHAR(19) NOT NULL,
  CONSTRAINT taken_over_once PRIMARY KEY (reference),
  CONSTRAINT taken_over_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number)
);

-- The papers of that system in the person's hand: of each case, kind, number, first day, last day, zone and early end, with a
-- hyphen for what is open. Null when there is none.
ALTER TABLE person ADD COLUMN earlier_papers VARCHAR(20000);
