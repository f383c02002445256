-- The pages of papers, one a language, each made when somebody first asked for it. The content is the vault's.
CREATE TABLE paper_copy (
  -- the number of the paper and the language
  copy_id VARCHAR(28) NOT NULL,
  attestation_number VARCHAR(17) NOT NULL,
  language VARCHAR(10) NOT NULL,
  person_id VARCHAR(36) NOT NULL,
  -- how far the signature has come: B, T, LT
  signature_level VARCHAR(2) NOT NULL,
  vault_name VARCHAR(64) NOT NULL,
  byte_count BIGINT NOT NULL,
  digest VARCHAR(64) NOT NULL,
  made_at ${instant} NOT NULL,
  -- when it is looked at again for what its signature lacks; null once it lacks nothing
  next_try_at ${instant},
  CONSTRAINT paper_copy_known PRIMARY KEY (copy_id),
  CONSTRAINT paper_copy_once UNIQUE (attestation_number, language),
  CONSTRAINT paper_copy_paper FOREIGN KEY (attestation_number) REFERENCES attestation (attestation_number),
  CONSTRAINT paper_copy_person FOREIGN KEY (person_id) REFERENCES person (person_id)
);
CREATE INDEX paper_copy_incomplete ON paper_copy (next_try_at);
CREATE INDEX paper_copy_file ON paper_copy (vault_name);
