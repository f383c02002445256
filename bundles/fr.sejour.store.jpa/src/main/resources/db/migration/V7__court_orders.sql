-- What judges ordered in cases: the act, by when, the paper to issue.
CREATE TABLE court_order (
  case_number VARCHAR(19) NOT NULL,
  list_position INTEGER NOT NULL,
  court VARCHAR(4000) NOT NULL,
  ordered_on DATE NOT NULL,
  due_on DATE NOT NULL,
  what VARCHAR(20) NOT NULL,
  paper_kind VARCHAR(40),
  paper_last_day DATE,
  paper_work BOOLEAN,
  issued_as VARCHAR(17),
  -- null while something is owed
  done_on DATE,
  CONSTRAINT court_order_once PRIMARY KEY (case_number, list_position),
  CONSTRAINT court_order_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number),
  CONSTRAINT court_order_paper CHECK (
    (paper_kind IS NULL AND paper_last_day IS NULL AND paper_work IS NULL)
    OR (paper_kind IS NOT NULL AND paper_last_day IS NOT NULL AND paper_work IS NOT NULL))
);
