CREATE TABLE treatment (
	name TEXT NOT NULL,
	type TEXT NOT NULL,
	body_site TEXT NOT NULL,
	date TEXT,
	until TEXT,
	date_words TEXT NOT NULL,
	cycles TEXT NOT NULL,
	dose TEXT NOT NULL,
	reason TEXT NOT NULL,
	given_by TEXT,
	place TEXT,
	status TEXT NOT NULL,
	why_stopped TEXT NOT NULL,
	response TEXT NOT NULL,
	side_effects TEXT NOT NULL,
	implants TEXT NOT NULL,
	implant_card TEXT NOT NULL,
	code TEXT NOT NULL,
	records TEXT NOT NULL,
	notes TEXT NOT NULL,
	narrative TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	source_file TEXT NOT NULL,
	source_place TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(given_by) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(place) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_treatment_case ON treatment ("case")
;;
CREATE INDEX ix_treatment_given_by ON treatment (given_by)
;;
CREATE INDEX ix_treatment_person ON treatment (person)
;;
CREATE INDEX ix_treatment_place ON treatment (place)
;;
CREATE TABLE vaccination (
	name TEXT NOT NULL,
	against TEXT NOT NULL,
	date TEXT,
	date_words TEXT NOT NULL,
	dose_number TEXT NOT NULL,
	lot TEXT NOT NULL,
	site TEXT NOT NULL,
	route TEXT NOT NULL,
	given_by TEXT,
	place TEXT,
	status TEXT NOT NULL,
	why_not TEXT NOT NULL,
	reaction TEXT NOT NULL,
	code TEXT NOT NULL,
	records TEXT NOT NULL,
	notes TEXT NOT NULL,
	narrative TEXT NOT NULL,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	source_file TEXT NOT NULL,
	source_place TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(given_by) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(place) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_vaccination_given_by ON vaccination (given_by)
;;
CREATE INDEX ix_vaccination_person ON vaccination (person)
;;
CREATE INDEX ix_vaccination_place ON vaccination (place)
;;
CREATE TABLE relative (
	who TEXT NOT NULL,
	condition TEXT NOT NULL,
	age TEXT NOT NULL,
	died_of_it INTEGER,
	living TEXT NOT NULL,
	age_died TEXT NOT NULL,
	date TEXT,
	certainty TEXT NOT NULL,
	recorded TEXT,
	code TEXT NOT NULL,
	records TEXT NOT NULL,
	notes TEXT NOT NULL,
	narrative TEXT NOT NULL,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	source_file TEXT NOT NULL,
	source_place TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_relative_person ON relative (person)
