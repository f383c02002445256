-- The records of Séjour.
--
-- Instants are UTC, to the microsecond; legal days are dates without a zone. A value of a fixed set is written by its
-- name in capitals, a code of the catalogue as the catalogue has it. Several values in one column are separated by "; ",
-- with a backslash before a semicolon or backslash of their own. An absent value is null.
--
-- Scripts only add: the version before still runs on this schema.

-- Whose database this is; the same identity stands in a file beside the configuration.
CREATE TABLE installation (
  only_row SMALLINT NOT NULL,
  installation_id VARCHAR(36) NOT NULL,
  initialised_at ${instant} NOT NULL,
  CONSTRAINT installation_once PRIMARY KEY (only_row),
  CONSTRAINT installation_only_row CHECK (only_row = 1)
);

CREATE TABLE person (
  person_id VARCHAR(36) NOT NULL,
  family_name VARCHAR(400) NOT NULL,
  given_names VARCHAR(400) NOT NULL,
  birth_date DATE NOT NULL,
  nationality VARCHAR(2) NOT NULL,
  civil_status_level VARCHAR(10) NOT NULL,
  email VARCHAR(320),
  phone VARCHAR(30),
  language VARCHAR(2) NOT NULL,
  foreigner_number VARCHAR(10),
  protection VARCHAR(63),
  CONSTRAINT person_known PRIMARY KEY (person_id)
);

-- The permits a person holds or held, with how sure the platform is of each.
CREATE TABLE held_permit (
  person_id VARCHAR(36) NOT NULL,
  reference VARCHAR(100) NOT NULL,
  permit VARCHAR(63) NOT NULL,
  permit_number VARCHAR(40) NOT NULL,
  document_kind VARCHAR(20),
  valid_from DATE NOT NULL,
  valid_until DATE NOT NULL,
  fact_level VARCHAR(10) NOT NULL,
  fact_since ${instant} NOT NULL,
  CONSTRAINT held_permit_known PRIMARY KEY (person_id, reference),
  CONSTRAINT held_permit_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT held_permit_days CHECK (valid_until >= valid_from)
);

-- What the State knows of people, and to whom of ours it is linked.
CREATE TABLE register_entry (
  foreigner_number VARCHAR(10) NOT NULL,
  family_name VARCHAR(400) NOT NULL,
  given_names VARCHAR(400) NOT NULL,
  birth_date DATE NOT NULL,
  nationality VARCHAR(2) NOT NULL,
  permit VARCHAR(63),
  permit_number VARCHAR(40),
  document_kind VARCHAR(20),
  valid_from DATE,
  valid_until DATE,
  protection VARCHAR(63),
  letter_code_digest VARCHAR(200),
  person_id VARCHAR(36),
  CONSTRAINT register_entry_known PRIMARY KEY (foreigner_number),
  CONSTRAINT register_entry_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT register_entry_days CHECK (valid_until >= valid_from)
);

CREATE TABLE account (
  account_id VARCHAR(64) NOT NULL,
  login VARCHAR(120) NOT NULL,
  role VARCHAR(10) NOT NULL,
  person_id VARCHAR(36),
  password_hash VARCHAR(500) NOT NULL,
  totp_secret VARCHAR(200),
  last_totp_step BIGINT NOT NULL,
  failures INTEGER NOT NULL,
  locked_until ${instant},
  -- nobody signs in any more, and what was theirs is their teams'
  closed_at ${instant},
  CONSTRAINT account_known PRIMARY KEY (account_id),
  CONSTRAINT account_login UNIQUE (login),
  CONSTRAINT account_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);

CREATE TABLE account_prefecture (
  account_id VARCHAR(64) NOT NULL,
  prefecture VARCHAR(3) NOT NULL,
  CONSTRAINT account_prefecture_once PRIMARY KEY (account_id, prefecture),
  CONSTRAINT account_prefecture_account FOREIGN KEY (account_id) REFERENCES account (account_id)
);

CREATE TABLE session (
  token_hash VARCHAR(128) NOT NULL,
  account_id VARCHAR(64) NOT NULL,
  expires_at ${instant} NOT NULL,
  CONSTRAINT session_known PRIMARY KEY (token_hash),
  CONSTRAINT session_account FOREIGN KEY (account_id) REFERENCES account (account_id)
);
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE permit_case (
  case_number VARCHAR(19) NOT NULL,
  version BIGINT NOT NULL,
  -- what was asked; it changes when more is known of it, or when another filing of the person is taken over
  person_id VARCHAR(36) NOT NULL,
  permit VARCHAR(63) NOT NULL,
  article VARCHAR(120),
  channel VARCHAR(20) NOT NULL,
  address VARCHAR(300) NOT NULL,
  commune VARCHAR(5) NOT NULL,
  entry_date DATE,
  work_authorisation BOOLEAN NOT NULL,
  -- whether the person says that a job depends on their right
  employed BOOLEAN NOT NULL,
  filed_at ${instant} NOT NULL,
  filed_on DATE NOT NULL,
  zone VARCHAR(50) NOT NULL,
  held_permit VARCHAR(63),
  held_number VARCHAR(40),
  held_kind VARCHAR(20),
  held_from DATE,
  held_until DATE,
  edition VARCHAR(100) NOT NULL,
  -- the attempt whose day is to be that of the filing
  attempt_number VARCHAR(20),
  attempt_at ${instant},
  attempt_standing VARCHAR(10),
  -- how it came in, when an agent typed it in
  received_on DATE,
  received_pieces VARCHAR(8000),
  form_serial VARCHAR(20),
  -- where it stands
  status VARCHAR(30) NOT NULL,
  prefecture VARCHAR(3) NOT NULL,
  -- where the person lived when the case last followed them
  home_commune VARCHAR(5) NOT NULL,
  transfer_to VARCHAR(3),
  transfer_completes_on DATE,
  transfer_reason VARCHAR(4000),
  facts VARCHAR(10) NOT NULL,
  complete_on DATE,
  answer_by DATE,
  collection_mode VARCHAR(20) NOT NULL,
  point_id VARCHAR(200),
  point_name VARCHAR(1000),
  point_address VARCHAR(4000),
  point_hours VARCHAR(20000),
  -- 0 to 9, as the rules of the préfecture say
  priority INTEGER NOT NULL,
  rules_bundle VARCHAR(200) NOT NULL,
  rules_version VARCHAR(100) NOT NULL,
  next_who VARCHAR(20),
  next_what VARCHAR(100),
  next_by DATE,
  next_owner VARCHAR(200),
  wake_at ${instant},
  right_ends_on DATE,
  -- how many rows of court_order it has
  court_orders INTEGER NOT NULL,
  -- the other cases of the person that have to do with it: of each its number, the link, the reasons
  related VARCHAR(20000),
  -- whether one of these looks like it and nobody has looked yet
  likely_duplicate BOOLEAN NOT NULL,
  -- the case of somebody else that it follows, as somebody said: there need be none of that number
  follows_number VARCHAR(19),
  follows_standing VARCHAR(10),
  -- what the person typed, whatever an agent made of it
  follows_typed VARCHAR(19),
  -- how that case ended against its person, once noted here, and since when an agent has to look again
  follows_end VARCHAR(30),
  follows_look_since DATE,
  -- the agent who took it or was given it; whether they are there today is asked when it is read
  assignee VARCHAR(64),
  -- place in the queue: end of right (99991231 when it has no known end), 0 for a job at stake and 1 for none, 9 less the
  -- priority, day of filing, number; null when nobody owes an act
  queue_key VARCHAR(37),
  -- heads of what grows line by line
  journal_lines BIGINT NOT NULL,
  journal_digest VARCHAR(64) NOT NULL,
  notice_count INTEGER NOT NULL,
  CONSTRAINT permit_case_known PRIMARY KEY (case_number),
  CONSTRAINT permit_case_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT permit_case_version CHECK (version >= 1),
  -- a printed form is one filing
  CONSTRAINT permit_case_form UNIQUE (form_serial),
  CONSTRAINT permit_case_held_days CHECK (held_until >= held_from),
  CONSTRAINT permit_case_priority CHECK (priority BETWEEN 0 AND 9),
  CONSTRAINT permit_case_follows CHECK (
    (follows_number IS NULL AND follows_standing IS NULL AND follows_end IS NULL)
    OR (follows_number IS NOT NULL AND follows_standing IS NOT NULL)),
  CONSTRAINT permit_case_follows_no_self CHECK (follows_number <> case_number),
  CONSTRAINT permit_case_queued CHECK (
    (queue_key IS NULL AND next_what IS NULL) OR (queue_key IS NOT NULL AND next_what IS NOT NULL))
);
-- Their cases, and of many people of one name those in a queue.
CREATE INDEX permit_case_of_person ON permit_case (person_id, prefecture, queue_key);
-- The order of the queue, then what it is filtered by: of a filter that few cases meet, both databases find out in the index
-- which ones do, and read no other row.
CREATE INDEX permit_case_queue ON permit_case (prefecture, queue_key, permit, status, channel, complete_on, facts, filed_on,
  next_what, next_by, transfer_to, likely_duplicate);
CREATE INDEX permit_case_national_queue ON permit_case (queue_key, permit, status, channel, complete_on, facts, filed_on,
  next_what, next_by, transfer_to, likely_duplicate);
CREATE INDEX permit_case_status_queue ON permit_case (prefecture, status, queue_key, permit, channel);
CREATE INDEX permit_case_national_status_queue ON permit_case (status, queue_key, permit, channel);
CREATE INDEX permit_case_of_assignee ON permit_case (assignee, queue_key);
-- The cases that follow one, and all that follow any.
CREATE INDEX permit_case_following ON permit_case (follows_number, case_number);
CREATE INDEX permit_case_due ON permit_case (wake_at, case_number);

-- A piece as it stands: the version given last, and what an agent found. Both may be absent.
CREATE TABLE piece (
  case_number VARCHAR(19) NOT NULL,
  piece_type VARCHAR(63) NOT NULL,
  list_position INTEGER NOT NULL,
  state VARCHAR(10) NOT NULL,
  version INTEGER,
  evidence_id VARCHAR(36),
  media_type VARCHAR(200),
  byte_count BIGINT,
  digest VARCHAR(64),
  given_at ${instant},
  scan VARCHAR(10),
  found_by VARCHAR(64),
  found_at ${instant},
  reason VARCHAR(4000),
  answer_by DATE,
  notice_over BOOLEAN NOT NULL,
  CONSTRAINT piece_once PRIMARY KEY (case_number, piece_type),
  CONSTRAINT piece_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number),
  CONSTRAINT piece_given CHECK (
    (version IS NULL AND evidence_id IS NULL) OR (version IS NOT NULL AND evidence_id IS NOT NULL)),
  CONSTRAINT piece_found CHECK (
    (found_by IS NULL AND found_at IS NULL) OR (found_by IS NOT NULL AND found_at IS NOT NULL AND reason IS NOT NULL))
);
CREATE INDEX piece_of_evidence ON piece (evidence_id);

-- The legal delays that run on a case.
CREATE TABLE clock (
  case_number VARCHAR(19) NOT NULL,
  list_position INTEGER NOT NULL,
  kind VARCHAR(50) NOT NULL,
  starts_on DATE NOT NULL,
  ends_on DATE,
  state VARCHAR(10) NOT NULL,
  meaning VARCHAR(200) NOT NULL,
  basis VARCHAR(4000),
  -- what is left of a delay that waits
  days_left INTEGER,
  CONSTRAINT clock_once PRIMARY KEY (case_number, list_position),
  CONSTRAINT clock_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number)
);

-- The acts that teams owe now; who did what stands in the journal.
CREATE TABLE task (
  task_id VARCHAR(100) NOT NULL,
  case_number VARCHAR(19) NOT NULL,
  list_position INTEGER NOT NULL,
  kind VARCHAR(20) NOT NULL,
  -- the préfecture that owes it; null for the national jurist
  owner VARCHAR(3),
  due_on DATE NOT NULL,
  escalation VARCHAR(10) NOT NULL,
  question VARCHAR(4000),
  CONSTRAINT task_known PRIMARY KEY (task_id),
  CONSTRAINT task_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number)
);
CREATE INDEX task_of_case ON task (case_number, list_position);
CREATE INDEX task_of_owner ON task (owner, due_on, task_id);
CREATE INDEX task_of_kind ON task (kind, case_number);
CREATE INDEX task_due ON task (due_on, task_id);

CREATE TABLE decision (
  case_number VARCHAR(19) NOT NULL,
  outcome VARCHAR(30) NOT NULL,
  decided_on DATE NOT NULL,
  reason VARCHAR(4000),
  delegation VARCHAR(4000),
  valid_from DATE,
  valid_until DATE,
  notified_by VARCHAR(4000),
  notified_on DATE,
  notification_proof VARCHAR(4000),
  edition VARCHAR(100) NOT NULL,
  CONSTRAINT decision_once PRIMARY KEY (case_number),
  CONSTRAINT decision_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number)
);

-- The card on its way to the hand.
CREATE TABLE collection (
  case_number VARCHAR(19) NOT NULL,
  card_number VARCHAR(100),
  ready_on DATE,
  handed_over_on DATE,
  collection_mode VARCHAR(20) NOT NULL,
  point_id VARCHAR(200),
  point_name VARCHAR(1000),
  point_address VARCHAR(4000),
  point_hours VARCHAR(20000),
  -- what the person says of a card that nobody recorded as handed over
  declared_on DATE,
  declared_number VARCHAR(100),
  declared_since DATE,
  CONSTRAINT collection_once PRIMARY KEY (case_number),
  CONSTRAINT collection_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number)
);

-- What happened, append-only. Each digest covers the line and the digest before it.
CREATE TABLE journal (
  case_number VARCHAR(19) NOT NULL,
  line_number BIGINT NOT NULL,
  written_at ${instant} NOT NULL,
  actor VARCHAR(64) NOT NULL,
  what VARCHAR(100) NOT NULL,
  detail VARCHAR(20000) NOT NULL,
  basis VARCHAR(400),
  digest VARCHAR(64) NOT NULL,
  CONSTRAINT journal_once PRIMARY KEY (case_number, line_number),
  CONSTRAINT journal_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number),
  CONSTRAINT journal_line_number CHECK (line_number >= 1)
);

-- What somebody said with an act. The line of the journal holds the SHA-256 of salt and words, so that these rows can go and
-- the journal still stands.
CREATE TABLE journal_statement (
  case_number VARCHAR(19) NOT NULL,
  line_number BIGINT NOT NULL,
  salt VARCHAR(64) NOT NULL,
  words VARCHAR(10000) NOT NULL,
  CONSTRAINT journal_statement_once PRIMARY KEY (case_number, line_number),
  CONSTRAINT journal_statement_line FOREIGN KEY (case_number, line_number)
    REFERENCES journal (case_number, line_number)
);

-- The papers issued. Of each right either the value stands, or the question that our reading of the law leaves open.
CREATE TABLE attestation (
  attestation_number VARCHAR(17) NOT NULL,
  kind VARCHAR(40) NOT NULL,
  person_id VARCHAR(36) NOT NULL,
  case_number VARCHAR(19) NOT NULL,
  prefecture VARCHAR(3) NOT NULL,
  first_day DATE NOT NULL,
  -- null when it runs until an event
  last_day DATE,
  zone VARCHAR(50) NOT NULL,
  stay VARCHAR(40),
  stay_token VARCHAR(50),
  stay_question VARCHAR(4000),
  stay_basis VARCHAR(4000),
  work_code VARCHAR(40),
  work_hours INTEGER,
  work_limit VARCHAR(200),
  work_token VARCHAR(50),
  work_question VARCHAR(4000),
  work_basis VARCHAR(4000),
  travel VARCHAR(40),
  travel_token VARCHAR(50),
  travel_question VARCHAR(4000),
  travel_basis VARCHAR(4000),
  social VARCHAR(40),
  social_token VARCHAR(50),
  social_question VARCHAR(4000),
  social_basis VARCHAR(4000),
  basis VARCHAR(4000),
  because VARCHAR(4000),
  edition VARCHAR(100) NOT NULL,
  issued_at ${instant} NOT NULL,
  check_code VARCHAR(12) NOT NULL,
  -- its place in the lists of states
  status_index BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY (START WITH 1),
  ended_at ${instant},
  end_reason VARCHAR(100),
  -- true until it ends, then null: of one case, kind and first day one stands at a time
  stands BOOLEAN,
  CONSTRAINT attestation_known PRIMARY KEY (attestation_number),
  CONSTRAINT attestation_once UNIQUE (case_number, kind, first_day, stands),
  CONSTRAINT attestation_check_code UNIQUE (check_code),
  CONSTRAINT attestation_status UNIQUE (status_index),
  CONSTRAINT attestation_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number),
  CONSTRAINT attestation_person FOREIGN KEY (person_id) REFERENCES person (person_id),
  CONSTRAINT attestation_days CHECK (last_day >= first_day),
  CONSTRAINT attestation_stay CHECK (
    (stay IS NULL AND stay_question IS NOT NULL) OR (stay IS NOT NULL AND stay_question IS NULL)),
  CONSTRAINT attestation_work CHECK (
    (work_code IS NULL AND work_question IS NOT NULL) OR (work_code IS NOT NULL AND work_question IS NULL)),
  CONSTRAINT attestation_travel CHECK (
    (travel IS NULL AND travel_question IS NOT NULL) OR (travel IS NOT NULL AND travel_question IS NULL)),
  CONSTRAINT attestation_social CHECK (
    (social IS NULL AND social_question IS NOT NULL) OR (social IS NOT NULL AND social_question IS NULL)),
  CONSTRAINT attestation_end CHECK (
    (ended_at IS NULL AND end_reason IS NULL AND stands IS NOT NULL)
    OR (ended_at IS NOT NULL AND end_reason IS NOT NULL AND stands IS NULL))
);
CREATE INDEX attestation_of_person ON attestation (person_id, first_day);

CREATE TABLE notice (
  notice_id VARCHAR(100) NOT NULL,
  person_id VARCHAR(36) NOT NULL,
  case_number VARCHAR(19) NOT NULL,
  case_position INTEGER NOT NULL,
  kind VARCHAR(100) NOT NULL,
  language VARCHAR(10) NOT NULL,
  subject VARCHAR(4000) NOT NULL,
  body ${text} NOT NULL,
  created_at ${instant} NOT NULL,
  seen_at ${instant},
  -- where it goes, when that is not where the person is reached at the time
  to_email VARCHAR(320),
  to_phone VARCHAR(30),
  to_language VARCHAR(2),
  CONSTRAINT notice_known PRIMARY KEY (notice_id),
  CONSTRAINT notice_order UNIQUE (case_number, case_position),
  CONSTRAINT notice_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number),
  CONSTRAINT notice_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);
CREATE INDEX notice_of_person ON notice (person_id, created_at);

-- Who takes notices: a channel, or another part of the platform.
CREATE TABLE consumer (
  consumer VARCHAR(100) NOT NULL,
  CONSTRAINT consumer_known PRIMARY KEY (consumer)
);

-- One notice for one consumer. It waits as long as it has a due instant.
CREATE TABLE delivery (
  delivery_id VARCHAR(201) NOT NULL,
  notice_id VARCHAR(100) NOT NULL,
  consumer VARCHAR(100) NOT NULL,
  notice_kind VARCHAR(100) NOT NULL,
  case_number VARCHAR(19) NOT NULL,
  case_position INTEGER NOT NULL,
  owed_since ${instant} NOT NULL,
  due_at ${instant},
  -- in a node's hand until then
  claimed_until ${instant},
  failures INTEGER NOT NULL,
  last_fault VARCHAR(1000),
  settled_at ${instant},
  undeliverable VARCHAR(1000),
  CONSTRAINT delivery_known PRIMARY KEY (delivery_id),
  CONSTRAINT delivery_order UNIQUE (case_number, consumer, case_position),
  CONSTRAINT delivery_notice FOREIGN KEY (notice_id) REFERENCES notice (notice_id),
  CONSTRAINT delivery_consumer FOREIGN KEY (consumer) REFERENCES consumer (consumer),
  CONSTRAINT delivery_waits_or_settled CHECK (
    (due_at IS NULL AND settled_at IS NOT NULL) OR (due_at IS NOT NULL AND settled_at IS NULL)),
  CONSTRAINT delivery_claimed CHECK (claimed_until IS NULL OR due_at IS NOT NULL)
);
CREATE INDEX delivery_due ON delivery (due_at, consumer);
CREATE INDEX delivery_of_notice ON delivery (notice_id, consumer);

-- The keys under which accounts asked: the same key, the same case. A key is taken before the case is there, so that a
-- second filing under it waits at once; an account may be known elsewhere only.
CREATE TABLE filing_key (
  account_id VARCHAR(64) NOT NULL,
  key_text VARCHAR(100) NOT NULL,
  digest VARCHAR(128) NOT NULL,
  case_number VARCHAR(19) NOT NULL,
  CONSTRAINT filing_key_once PRIMARY KEY (account_id, key_text),
  CONSTRAINT filing_key_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number)
    DEFERRABLE INITIALLY DEFERRED
);

-- Failed attempts against a subject, a digest; the row of the subject makes them queue.
CREATE TABLE attempt_subject (
  subject VARCHAR(128) NOT NULL,
  failures BIGINT NOT NULL,
  last_tried_at ${instant} NOT NULL,
  CONSTRAINT attempt_subject_known PRIMARY KEY (subject)
);
CREATE INDEX attempt_subject_last ON attempt_subject (last_tried_at);

CREATE TABLE attempt (
  subject VARCHAR(128) NOT NULL,
  failure_number BIGINT NOT NULL,
  failed_at ${instant} NOT NULL,
  CONSTRAINT attempt_once PRIMARY KEY (subject, failure_number)
);
CREATE INDEX attempt_failed_at ON attempt (failed_at);
