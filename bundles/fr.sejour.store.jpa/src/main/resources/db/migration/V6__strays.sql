-- The queue of the cases that the watchdog found astray and could not mend.
CREATE TABLE stray_case (
  case_number VARCHAR(19) NOT NULL,
  faults VARCHAR(1000) NOT NULL,
  found_at ${instant} NOT NULL,
  CONSTRAINT stray_case_known PRIMARY KEY (case_number),
  CONSTRAINT stray_case_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number)
);
