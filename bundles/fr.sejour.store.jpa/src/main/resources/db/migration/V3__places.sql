-- Where people live, and where their cases have been.

-- What was said last of where a person lives.
CREATE TABLE residence (
  person_id VARCHAR(36) NOT NULL,
  address VARCHAR(300) NOT NULL,
  commune VARCHAR(5) NOT NULL,
  declared_at ${instant} NOT NULL,
  CONSTRAINT residence_once PRIMARY KEY (person_id),
  CONSTRAINT residence_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);

-- The préfectures that had a case before the one in charge, or keyed it: they read it for good.
CREATE TABLE former_prefecture (
  case_number VARCHAR(19) NOT NULL,
  prefecture VARCHAR(3) NOT NULL,
  list_position INTEGER NOT NULL,
  CONSTRAINT former_prefecture_once PRIMARY KEY (case_number, prefecture),
  CONSTRAINT former_prefecture_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number)
);

CREATE INDEX permit_case_offered ON permit_case (transfer_to, transfer_completes_on, case_number);
