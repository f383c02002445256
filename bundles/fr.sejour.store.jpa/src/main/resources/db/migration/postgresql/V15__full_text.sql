-- What cases are found by on PostgreSQL: number, permit, the names of the person and the words that were said, each word folded
-- as names are. The platform folds what is said; the rest follows in the transaction that changes it, whoever changes it.
ALTER TABLE journal_statement ADD COLUMN found_by TSVECTOR;

CREATE TABLE case_text (
  case_number VARCHAR(19) NOT NULL,
  -- as in permit_case, so that a search is in the order of the queue
  prefecture VARCHAR(3) NOT NULL,
  queue_key VARCHAR(37),
  -- and the préfecture behind a sign that no word has: of a word that all the others use, a préfecture reads its own cases only
  words TSVECTOR NOT NULL,
  CONSTRAINT case_text_known PRIMARY KEY (case_number),
  CONSTRAINT case_text_case FOREIGN KEY (case_number) REFERENCES permit_case (case_number) ON DELETE CASCADE
);

CREATE FUNCTION case_words(wanted VARCHAR) RETURNS TSVECTOR STABLE LANGUAGE SQL AS $$
  SELECT array_to_tsvector(
    ARRAY[c.case_number::TEXT, '@' || c.prefecture]
    || ARRAY(SELECT part FROM regexp_split_to_table(c.permit, '[^a-z0-9]+') part WHERE part <> '')
    || ARRAY(SELECT n.word::TEXT FROM person_name n WHERE n.person_id = c.person_id AND n.word <> '')
    || ARRAY(SELECT said FROM journal_statement s, unnest(tsvector_to_array(s.found_by)) said
             WHERE s.case_number = c.case_number))
  FROM permit_case c WHERE c.case_number = wanted
$$;

CREATE FUNCTION find_case(wanted VARCHAR) RETURNS VOID LANGUAGE SQL AS $$
  INSERT INTO case_text (case_number, prefecture, queue_key, words)
    SELECT c.case_number, c.prefecture, c.queue_key, case_words(c.case_number)
    FROM permit_case c WHERE c.case_number = wanted
  ON CONFLICT (case_number) DO UPDATE
    SET prefecture = EXCLUDED.prefecture, queue_key = EXCLUDED.queue_key, words = EXCLUDED.words
$$;

-- What was said before this column, as near as the database folds by itself.
UPDATE journal_statement SET found_by = array_to_tsvector(tsvector_to_array(to_tsvector('simple',
  regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g'))));
INSERT INTO case_text (case_number, prefecture, queue_key, words)
  SELECT case_number, prefecture, queue_key, case_words(case_number) FROM permit_case;

-- what waits to be put into the index is read through by every search: kept short, a search takes no longer after a busy minute
CREATE INDEX case_text_words ON case_text USING GIN (words) WITH (gin_pending_list_limit = 128)
  WHERE queue_key IS NOT NULL;
CREATE INDEX case_text_queue ON case_text (prefecture, queue_key) WHERE queue_key IS NOT NULL;
CREATE INDEX case_text_national_queue ON case_text (queue_key) WHERE queue_key IS NOT NULL;

CREATE FUNCTION find_changed_case() RETURNS TRIGGER LANGUAGE PLPGSQL AS $$
BEGIN
  PERFORM find_case(NEW.case_number);
  RETURN NULL;
END
$$;

CREATE FUNCTION find_case_by_what_is_said() RETURNS TRIGGER LANGUAGE PLPGSQL AS $$
BEGIN
  PERFORM find_case(CASE TG_OP WHEN 'DELETE' THEN OLD.case_number ELSE NEW.case_number END);
  RETURN NULL;
END
$$;

CREATE FUNCTION find_cases_by_name() RETURNS TRIGGER LANGUAGE PLPGSQL AS $$
BEGIN
  PERFORM find_case(c.case_number) FROM permit_case c
    WHERE c.person_id = CASE TG_OP WHEN 'DELETE' THEN OLD.person_id ELSE NEW.person_id END;
  RETURN NULL;
END
$$;

CREATE TRIGGER case_text_of_fresh_case AFTER INSERT ON permit_case FOR EACH ROW EXECUTE FUNCTION find_changed_case();
CREATE TRIGGER case_text_of_changed_case AFTER UPDATE ON permit_case FOR EACH ROW
  WHEN ((OLD.prefecture, OLD.queue_key, OLD.permit, OLD.person_id)
    IS DISTINCT FROM (NEW.prefecture, NEW.queue_key, NEW.permit, NEW.person_id))
  EXECUTE FUNCTION find_changed_case();
CREATE TRIGGER case_text_of_statement AFTER UPDATE OF found_by OR DELETE ON journal_statement FOR EACH ROW
  EXECUTE FUNCTION find_case_by_what_is_said();
CREATE TRIGGER case_text_of_name AFTER INSERT OR DELETE OR UPDATE ON person_name FOR EACH ROW
  EXECUTE FUNCTION find_cases_by_name();

-- A page of a queue is looked for in milliseconds. What PostgreSQL takes for a costly plan it would compile first, which takes a
-- hundred of them; whether it does so hangs on the sample its statistics were made of.
DO $$
BEGIN
  EXECUTE format('ALTER ROLE CURRENT_USER IN DATABASE %I SET jit = off', current_database());
END
$$;
