-- What the two databases spell differently. Everything else stands once, in db/migration/common.
create domain fl_bytes as bytea;
