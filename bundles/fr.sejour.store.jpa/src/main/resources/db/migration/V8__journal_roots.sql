-- The heads of journals under signed digests, so that a journal written anew shows. Roots are a chain.
CREATE TABLE journal_root (
  root_number BIGINT NOT NULL,
  taken_at ${instant} NOT NULL,
  heads INTEGER NOT NULL,
  digest VARCHAR(64) NOT NULL,
  previous VARCHAR(64) NOT NULL,
  signed VARCHAR(4000) NOT NULL,
  CONSTRAINT journal_root_once PRIMARY KEY (root_number),
  CONSTRAINT journal_root_number CHECK (root_number >= 1)
);

CREATE TABLE journal_leaf (
  root_number BIGINT NOT NULL,
  leaf_position INTEGER NOT NULL,
  case_number VARCHAR(19) NOT NULL,
  line_count BIGINT NOT NULL,
  digest VARCHAR(64) NOT NULL,
  CONSTRAINT journal_leaf_once PRIMARY KEY (root_number, leaf_position),
  CONSTRAINT journal_leaf_root FOREIGN KEY (root_number) REFERENCES journal_root (root_number)
);
CREATE INDEX journal_leaf_of_case ON journal_leaf (case_number, line_count);
