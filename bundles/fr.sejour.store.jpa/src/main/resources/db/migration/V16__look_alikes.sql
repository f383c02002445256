-- People who look alike are found by what they share: the words of their names stand in person_name.
CREATE INDEX person_birth_date ON person (birth_date);
CREATE INDEX person_foreigner_number ON person (foreigner_number);
CREATE INDEX held_permit_number ON held_permit (permit_number, person_id);

-- Two people who look alike and are two, as an agent said; of the two identifiers the one that comes first in the order of
-- characters stands first. The words can be erased.
CREATE TABLE people_apart (
  person_id VARCHAR(36) NOT NULL,
  other_id VARCHAR(36) NOT NULL,
  said_at ${instant} NOT NULL,
  account_id VARCHAR(64) NOT NULL,
  words VARCHAR(2000) NOT NULL,
  CONSTRAINT people_apart_once PRIMARY KEY (person_id, other_id),
  CONSTRAINT people_apart_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT people_apart_other FOREIGN KEY (other_id) REFERENCES person (person_id),
  CONSTRAINT people_apart_two CHECK (person_id <> other_id)
);
CREATE INDEX people_apart_of_other ON people_apart (other_id);
