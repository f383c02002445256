-- Attempts that failed, and reports.

-- What failed, as the person can prove it: codes, references and digests, no content.
CREATE TABLE attempt_trace (
  attempt_number VARCHAR(20) NOT NULL,
  attempted_at ${instant} NOT NULL,
  operation VARCHAR(30) NOT NULL,
  code VARCHAR(60) NOT NULL,
  trace VARCHAR(100) NOT NULL,
  account_id VARCHAR(64),
  person_id VARCHAR(36),
  session_hash VARCHAR(64),
  ground VARCHAR(63),
  case_number VARCHAR(19),
  prefecture VARCHAR(3),
  sent_digest VARCHAR(64),
  signature VARCHAR(2000) NOT NULL,
  substitute_at ${instant},
  substitute_because VARCHAR(30),
  substitute_prefecture VARCHAR(3),
  filed_as VARCHAR(19),
  CONSTRAINT attempt_trace_once PRIMARY KEY (attempt_number)
);
CREATE INDEX attempt_trace_account ON attempt_trace (account_id, attempted_at);
CREATE INDEX attempt_trace_person ON attempt_trace (person_id, attempted_at);

-- What people report to be wrong, as work of a team.
CREATE TABLE report (
  report_number VARCHAR(20) NOT NULL,
  opened_at ${instant} NOT NULL,
  topic VARCHAR(20) NOT NULL,
  blocking BOOLEAN NOT NULL,
  page VARCHAR(200),
  problem VARCHAR(60),
  attempt_number VARCHAR(20),
  request_trace VARCHAR(100),
  browser_language VARCHAR(200),
  account_id VARCHAR(64),
  person_id VARCHAR(36),
  case_number VARCHAR(19),
  email VARCHAR(320),
  phone VARCHAR(30),
  contact_language VARCHAR(2),
  secret_digest VARCHAR(64),
  owner VARCHAR(3),
  due_on DATE NOT NULL,
  state VARCHAR(10) NOT NULL,
  substitute_attempt VARCHAR(20),
  CONSTRAINT report_known PRIMARY KEY (report_number)
);
CREATE INDEX report_person ON report (person_id, opened_at);
CREATE INDEX report_account ON report (account_id, opened_at);
CREATE INDEX report_due ON report (state, due_on);

-- What happened on a report; the words can be erased.
CREATE TABLE report_step (
  report_number VARCHAR(20) NOT NULL,
  step_number INTEGER NOT NULL,
  stepped_at ${instant} NOT NULL,
  side VARCHAR(10) NOT NULL,
  account_id VARCHAR(64),
  what VARCHAR(20) NOT NULL,
  detail VARCHAR(100),
  words VARCHAR(4000),
  CONSTRAINT report_step_once PRIMARY KEY (report_number, step_number),
  CONSTRAINT report_step_report FOREIGN KEY (report_number) REFERENCES report (report_number)
);
