-- The legal days on which, at some instant, nobody could show a proof of right who was entitled to one. What is noted stays.
CREATE TABLE uncovered_day (
  -- the person and the day
  uncovered_id VARCHAR(47) NOT NULL,
  person_id VARCHAR(36) NOT NULL,
  legal_day DATE NOT NULL,
  -- the responsible préfecture when it was noted
  prefecture VARCHAR(3) NOT NULL,
  -- the case that entitles them
  case_number VARCHAR(19) NOT NULL,
  cause VARCHAR(20) NOT NULL,
  CONSTRAINT uncovered_day_known PRIMARY KEY (uncovered_id),
  CONSTRAINT uncovered_day_once UNIQUE (person_id, legal_day),
  CONSTRAINT uncovered_day_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT uncovered_day_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number)
);
CREATE INDEX uncovered_day_of_prefecture ON uncovered_day (prefecture, legal_day);
