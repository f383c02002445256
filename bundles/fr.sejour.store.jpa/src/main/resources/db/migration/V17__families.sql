-- Who acts for a person until they are of age, how they are reached, and whether the person was told what changes then. All of
-- them null when nobody is named.
ALTER TABLE person ADD COLUMN representative_family_name VARCHAR(400);
ALTER TABLE person ADD COLUMN representative_given_names VARCHAR(400);
ALTER TABLE person ADD COLUMN representative_quality VARCHAR(20);
ALTER TABLE person ADD COLUMN representative_email VARCHAR(320);
ALTER TABLE person ADD COLUMN representative_phone VARCHAR(30);
ALTER TABLE person ADD COLUMN representative_language VARCHAR(2);
ALTER TABLE person ADD COLUMN told_of_age BOOLEAN;

-- Until when a notice goes where it was said to: from the eighteenth birthday on, what waits goes to the person.
ALTER TABLE notice ADD COLUMN to_until ${instant};
