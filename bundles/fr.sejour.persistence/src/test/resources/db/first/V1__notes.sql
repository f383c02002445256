CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY, content ${text}, picture ${blob}, written ${instant});
