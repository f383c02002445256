-- The key of a person's files, wrapped by the key of the vault. Without it nobody can read them any more.
CREATE TABLE person_key (
  person_id VARCHAR(36) NOT NULL,
  wrapped_key VARCHAR(200) NOT NULL,
  CONSTRAINT person_key_known PRIMARY KEY (person_id),
  CONSTRAINT person_key_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);

-- The files that people gave, each once, whatever cases it serves. The content is the vault's, under a name that tells nothing.
CREATE TABLE evidence (
  evidence_id VARCHAR(36) NOT NULL,
  person_id VARCHAR(36) NOT NULL,
  vault_name VARCHAR(64) NOT NULL,
  media_type VARCHAR(200) NOT NULL,
  byte_count BIGINT NOT NULL,
  digest VARCHAR(64) NOT NULL,
  scan VARCHAR(10) NOT NULL,
  kept_at ${instant} NOT NULL,
  CONSTRAINT evidence_known PRIMARY KEY (evidence_id),
  CONSTRAINT evidence_once UNIQUE (vault_name),
  CONSTRAINT evidence_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);
CREATE INDEX evidence_of_person ON evidence (person_id, kept_at);
CREATE INDEX evidence_to_scan ON evidence (scan, kept_at);

-- Every version of every piece ever given to a case.
CREATE TABLE piece_version (
  case_number VARCHAR(19) NOT NULL,
  piece_type VARCHAR(63) NOT NULL,
  version INTEGER NOT NULL,
  evidence_id VARCHAR(36) NOT NULL,
  given_at ${instant} NOT NULL,
  given_by VARCHAR(64) NOT NULL,
  ended_at ${instant},
  ended_how VARCHAR(10),
  CONSTRAINT piece_version_once PRIMARY KEY (case_number, piece_type, version),
  CONSTRAINT piece_version_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number),
  CONSTRAINT piece_version_evidence FOREIGN KEY (evidence_id) REFERENCES evidence (evidence_id),
  CONSTRAINT piece_version_number CHECK (version >= 1),
  CONSTRAINT piece_version_end CHECK (
    (ended_at IS NULL AND ended_how IS NULL) OR (ended_at IS NOT NULL AND ended_how IS NOT NULL))
);
CREATE INDEX piece_version_of_evidence ON piece_version (evidence_id);

-- Uploads that come in parts; what has come of them so far is the vault's.
CREATE TABLE upload (
  upload_id VARCHAR(32) NOT NULL,
  account_id VARCHAR(64) NOT NULL,
  case_number VARCHAR(19) NOT NULL,
  piece_type VARCHAR(63) NOT NULL,
  byte_count BIGINT NOT NULL,
  ending VARCHAR(5),
  expires_at ${instant} NOT NULL,
  finished BOOLEAN NOT NULL,
  CONSTRAINT upload_known PRIMARY KEY (upload_id),
  CONSTRAINT upload_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number)
);
CREATE INDEX upload_expiry ON upload (expires_at);
