-- The words by which people are found: accents, capitals and ligatures folded, each word of a name in a row of its own.
CREATE TABLE person_name (
  person_id VARCHAR(36) NOT NULL,
  -- in the order of characters, so that a beginning is a range
  word VARCHAR(60)${by_character} NOT NULL,
  CONSTRAINT person_name_once PRIMARY KEY (person_id, word),
  CONSTRAINT person_name_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);
CREATE INDEX person_name_word ON person_name (word, person_id);
