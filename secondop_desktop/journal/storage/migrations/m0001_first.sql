CREATE TABLE meta (
	"key" TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY ("key")
)
;;
CREATE TABLE change_log (
	seq INTEGER NOT NULL,
	step INTEGER NOT NULL,
	at TEXT NOT NULL,
	what TEXT NOT NULL,
	label TEXT NOT NULL,
	merge TEXT NOT NULL,
	target INTEGER,
	PRIMARY KEY (seq)
)
;;
CREATE INDEX ix_change_log_target ON change_log (target) WHERE target IS NOT NULL
;;
CREATE TABLE change_row (
	seq INTEGER NOT NULL,
	position INTEGER NOT NULL,
	kind TEXT NOT NULL,
	entry TEXT NOT NULL,
	"before" TEXT,
	"after" TEXT,
	PRIMARY KEY (seq, position),
	FOREIGN KEY(seq) REFERENCES change_log (seq)
)
 WITHOUT ROWID
;;
CREATE INDEX ix_change_row_entry ON change_row (entry)
;;
CREATE TABLE attachment (
	hash TEXT NOT NULL,
	size INTEGER NOT NULL,
	type TEXT NOT NULL,
	added TEXT NOT NULL,
	PRIMARY KEY (hash)
)
;;
CREATE TABLE attachment_chunk (
	chunk INTEGER NOT NULL,
	hash TEXT NOT NULL,
	position INTEGER NOT NULL,
	bytes BLOB NOT NULL,
	PRIMARY KEY (chunk),
	FOREIGN KEY(hash) REFERENCES attachment (hash)
)
;;
CREATE UNIQUE INDEX ix_attachment_chunk_hash ON attachment_chunk (hash, position)
;;
CREATE TABLE search_doc (
	doc INTEGER NOT NULL,
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	person TEXT,
	binned INTEGER NOT NULL,
	title TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (doc),
	UNIQUE (id)
)
;;
CREATE TABLE told (
	provider TEXT,
	date TEXT,
	how TEXT NOT NULL,
	what TEXT NOT NULL,
	answer TEXT NOT NULL,
	records TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(provider) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_told_case ON told ("case")
;;
CREATE INDEX ix_told_person ON told (person)
;;
CREATE INDEX ix_told_provider ON told (provider)
;;
CREATE TABLE symptom (
	what TEXT NOT NULL,
	date TEXT,
	severity INTEGER,
	severity_words TEXT NOT NULL,
	helps TEXT NOT NULL,
	notes TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_symptom_case ON symptom ("case")
;;
CREATE INDEX ix_symptom_person ON symptom (person)
;;
CREATE TABLE result (
	test TEXT NOT NULL,
	value TEXT,
	unit TEXT NOT NULL,
	range TEXT,
	flag TEXT NOT NULL,
	date TEXT,
	specimen TEXT NOT NULL,
	lab TEXT NOT NULL,
	panel TEXT NOT NULL,
	code TEXT NOT NULL,
	unit_code TEXT NOT NULL,
	record TEXT,
	page INTEGER,
	notes TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(record) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_result_case ON result ("case")
;;
CREATE INDEX ix_result_person ON result (person)
;;
CREATE INDEX ix_result_record ON result (record)
;;
CREATE TABLE record (
	title TEXT NOT NULL,
	type TEXT NOT NULL,
	date TEXT,
	from_provider TEXT,
	pages INTEGER,
	file TEXT NOT NULL,
	file_name TEXT NOT NULL,
	file_type TEXT NOT NULL,
	file_size INTEGER,
	place TEXT NOT NULL,
	text TEXT NOT NULL,
	state TEXT NOT NULL,
	holder TEXT,
	asked TEXT,
	extended INTEGER,
	received TEXT,
	raw TEXT NOT NULL,
	linked TEXT NOT NULL,
	notes TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(from_provider) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(holder) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_record_case ON record ("case")
;;
CREATE INDEX ix_record_from_provider ON record (from_provider)
;;
CREATE INDEX ix_record_holder ON record (holder)
;;
CREATE INDEX ix_record_person ON record (person)
;;
CREATE TABLE provider (
	name TEXT NOT NULL,
	role TEXT NOT NULL,
	specialty TEXT NOT NULL,
	organisation TEXT NOT NULL,
	funding TEXT NOT NULL,
	address TEXT NOT NULL,
	phone TEXT NOT NULL,
	email TEXT NOT NULL,
	website TEXT NOT NULL,
	gmc_number TEXT NOT NULL,
	independent INTEGER,
	shortlisted INTEGER,
	rank INTEGER,
	experience TEXT NOT NULL,
	waiting_time TEXT NOT NULL,
	distance TEXT NOT NULL,
	cost_note TEXT NOT NULL,
	notes TEXT NOT NULL,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_provider_person ON provider (person)
;;
CREATE TABLE person (
	name TEXT NOT NULL,
	known_as TEXT NOT NULL,
	birth_date TEXT,
	nhs_number TEXT NOT NULL,
	sex TEXT NOT NULL,
	address TEXT NOT NULL,
	phone TEXT NOT NULL,
	email TEXT NOT NULL,
	language TEXT NOT NULL,
	communication TEXT NOT NULL,
	emergency_contacts TEXT NOT NULL,
	gp TEXT,
	no_known_allergies INTEGER,
	takes_no_medicines INTEGER,
	carer TEXT NOT NULL,
	carer_relationship TEXT NOT NULL,
	authority TEXT NOT NULL,
	authority_since TEXT,
	authority_until TEXT,
	authority_paper TEXT NOT NULL,
	notes TEXT NOT NULL,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(gp) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_person_gp ON person (gp)
;;
CREATE INDEX ix_person_person ON person (person)
;;
CREATE TABLE mark (
	aspect TEXT NOT NULL,
	mark TEXT NOT NULL,
	note TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_mark_case ON mark ("case")
;;
CREATE INDEX ix_mark_person ON mark (person)
;;
CREATE TABLE statement (
	opinion TEXT,
	aspect TEXT NOT NULL,
	text TEXT NOT NULL,
	source TEXT NOT NULL,
	record TEXT,
	page INTEGER,
	not_discussed INTEGER,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(opinion) REFERENCES opinion (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(record) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_statement_case ON statement ("case")
;;
CREATE INDEX ix_statement_opinion ON statement (opinion)
;;
CREATE INDEX ix_statement_person ON statement (person)
;;
CREATE INDEX ix_statement_record ON statement (record)
;;
CREATE TABLE opinion (
	place INTEGER,
	provider TEXT,
	date TEXT,
	appointment TEXT,
	record TEXT,
	how TEXT NOT NULL,
	overall TEXT NOT NULL,
	records_seen TEXT NOT NULL,
	results_seen TEXT NOT NULL,
	notes TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(provider) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(appointment) REFERENCES appointment (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(record) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_opinion_appointment ON opinion (appointment)
;;
CREATE INDEX ix_opinion_case ON opinion ("case")
;;
CREATE INDEX ix_opinion_person ON opinion (person)
;;
CREATE INDEX ix_opinion_provider ON opinion (provider)
;;
CREATE INDEX ix_opinion_record ON opinion (record)
;;
CREATE TABLE medicine (
	name TEXT NOT NULL,
	dose TEXT NOT NULL,
	how_taken TEXT NOT NULL,
	reason TEXT NOT NULL,
	prescriber TEXT,
	start TEXT,
	stop TEXT,
	why_stopped TEXT NOT NULL,
	status TEXT NOT NULL,
	code TEXT NOT NULL,
	records TEXT NOT NULL,
	notes TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(prescriber) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_medicine_case ON medicine ("case")
;;
CREATE INDEX ix_medicine_person ON medicine (person)
;;
CREATE INDEX ix_medicine_prescriber ON medicine (prescriber)
;;
CREATE TABLE letter (
	title TEXT NOT NULL,
	type TEXT NOT NULL,
	"to" TEXT,
	sender TEXT NOT NULL,
	recipient TEXT NOT NULL,
	subject TEXT NOT NULL,
	date TEXT,
	text TEXT NOT NULL,
	sent TEXT,
	how TEXT NOT NULL,
	version_of TEXT,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY("to") REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(version_of) REFERENCES letter (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_letter_case ON letter ("case")
;;
CREATE INDEX ix_letter_person ON letter (person)
;;
CREATE INDEX ix_letter_to ON letter ("to")
;;
CREATE INDEX ix_letter_version_of ON letter (version_of)
;;
CREATE TABLE diagnosis (
	name TEXT NOT NULL,
	given_by TEXT,
	date TEXT,
	certainty TEXT NOT NULL,
	status TEXT NOT NULL,
	stage TEXT NOT NULL,
	body_site TEXT NOT NULL,
	version_of TEXT,
	ended TEXT,
	code TEXT NOT NULL,
	records TEXT NOT NULL,
	notes TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(given_by) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(version_of) REFERENCES diagnosis (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_diagnosis_case ON diagnosis ("case")
;;
CREATE INDEX ix_diagnosis_given_by ON diagnosis (given_by)
;;
CREATE INDEX ix_diagnosis_person ON diagnosis (person)
;;
CREATE INDEX ix_diagnosis_version_of ON diagnosis (version_of)
;;
CREATE TABLE readiness (
	date TEXT,
	sure INTEGER,
	know_options INTEGER,
	clear_values INTEGER,
	support INTEGER,
	notes TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_readiness_case ON readiness ("case")
;;
CREATE INDEX ix_readiness_person ON readiness (person)
;;
CREATE TABLE decision (
	stage TEXT NOT NULL,
	option TEXT,
	text TEXT NOT NULL,
	who_decides TEXT NOT NULL,
	why TEXT NOT NULL,
	change_mind TEXT NOT NULL,
	date TEXT,
	review TEXT,
	came_of_it TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(option) REFERENCES option (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_decision_case ON decision ("case")
;;
CREATE INDEX ix_decision_option ON decision (option)
;;
CREATE INDEX ix_decision_person ON decision (person)
;;
CREATE TABLE outcome (
	option TEXT,
	text TEXT NOT NULL,
	good_or_bad TEXT NOT NULL,
	chance TEXT NOT NULL,
	x INTEGER,
	n INTEGER,
	period TEXT NOT NULL,
	source TEXT NOT NULL,
	record TEXT,
	page INTEGER,
	matters INTEGER,
	rank INTEGER,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(option) REFERENCES option (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(record) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_outcome_case ON outcome ("case")
;;
CREATE INDEX ix_outcome_option ON outcome (option)
;;
CREATE INDEX ix_outcome_person ON outcome (person)
;;
CREATE INDEX ix_outcome_record ON outcome (record)
;;
CREATE TABLE option (
	name TEXT NOT NULL,
	description TEXT NOT NULL,
	waiting INTEGER,
	stances TEXT NOT NULL,
	rank INTEGER,
	notes TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_option_case ON option ("case")
;;
CREATE INDEX ix_option_person ON option (person)
;;
CREATE TABLE cost (
	what TEXT NOT NULL,
	amount TEXT,
	currency TEXT NOT NULL,
	state TEXT NOT NULL,
	payer TEXT NOT NULL,
	provider TEXT,
	policy TEXT NOT NULL,
	authorisation TEXT NOT NULL,
	date TEXT,
	due TEXT,
	record TEXT,
	notes TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(provider) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(record) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_cost_case ON cost ("case")
;;
CREATE INDEX ix_cost_person ON cost (person)
;;
CREATE INDEX ix_cost_provider ON cost (provider)
;;
CREATE INDEX ix_cost_record ON cost (record)
;;
CREATE TABLE "case" (
	question TEXT NOT NULL,
	title TEXT NOT NULL,
	"plan" TEXT NOT NULL,
	diagnosis TEXT,
	reasons TEXT NOT NULL,
	reasons_words TEXT NOT NULL,
	safe_to_wait TEXT NOT NULL,
	safe_said_by TEXT,
	safe_date TEXT,
	route TEXT NOT NULL,
	insurer TEXT NOT NULL,
	authorisation TEXT NOT NULL,
	referral_by TEXT,
	referral_asked TEXT,
	referral_sent TEXT,
	referral_accepted TEXT,
	referral_declined TEXT,
	declined_why TEXT NOT NULL,
	chase TEXT,
	steps TEXT NOT NULL,
	step_notes TEXT NOT NULL,
	send_ready TEXT NOT NULL,
	send_also TEXT NOT NULL,
	round INTEGER,
	opened TEXT,
	closed TEXT,
	outcome TEXT NOT NULL,
	review TEXT,
	notes TEXT NOT NULL,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(diagnosis) REFERENCES diagnosis (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(safe_said_by) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(referral_by) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_case_diagnosis ON "case" (diagnosis)
;;
CREATE INDEX ix_case_person ON "case" (person)
;;
CREATE INDEX ix_case_referral_by ON "case" (referral_by)
;;
CREATE INDEX ix_case_safe_said_by ON "case" (safe_said_by)
;;
CREATE TABLE task (
	text TEXT NOT NULL,
	due TEXT,
	who TEXT NOT NULL,
	done INTEGER,
	done_on TEXT,
	linked TEXT NOT NULL,
	notes TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_task_case ON task ("case")
;;
CREATE INDEX ix_task_person ON task (person)
;;
CREATE TABLE answer (
	question TEXT,
	provider TEXT,
	appointment TEXT,
	date TEXT,
	text TEXT NOT NULL,
	no_answer TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(question) REFERENCES question (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(provider) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(appointment) REFERENCES appointment (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_answer_appointment ON answer (appointment)
;;
CREATE INDEX ix_answer_case ON answer ("case")
;;
CREATE INDEX ix_answer_person ON answer (person)
;;
CREATE INDEX ix_answer_provider ON answer (provider)
;;
CREATE INDEX ix_answer_question ON answer (question)
;;
CREATE TABLE question (
	text TEXT NOT NULL,
	why TEXT NOT NULL,
	rank INTEGER,
	appointments TEXT NOT NULL,
	status TEXT NOT NULL,
	"group" TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_question_case ON question ("case")
;;
CREATE INDEX ix_question_person ON question (person)
;;
CREATE TABLE appointment (
	purpose TEXT NOT NULL,
	"when" TEXT,
	provider TEXT,
	how TEXT NOT NULL,
	place TEXT NOT NULL,
	who_comes TEXT NOT NULL,
	bring TEXT NOT NULL,
	status TEXT NOT NULL,
	opinion_place INTEGER,
	notes TEXT NOT NULL,
	summary TEXT NOT NULL,
	next_steps TEXT NOT NULL,
	unsure TEXT NOT NULL,
	records TEXT NOT NULL,
	"case" TEXT,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(provider) REFERENCES provider (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY("case") REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_appointment_case ON appointment ("case")
;;
CREATE INDEX ix_appointment_person ON appointment (person)
;;
CREATE INDEX ix_appointment_provider ON appointment (provider)
;;
CREATE TABLE allergy (
	substance TEXT NOT NULL,
	reaction TEXT NOT NULL,
	severity TEXT NOT NULL,
	kind_of TEXT NOT NULL,
	since TEXT,
	status TEXT NOT NULL,
	code TEXT NOT NULL,
	notes TEXT NOT NULL,
	id TEXT NOT NULL,
	created TEXT NOT NULL,
	changed TEXT NOT NULL,
	deleted_at TEXT NOT NULL,
	private INTEGER,
	unread TEXT NOT NULL,
	origin TEXT NOT NULL,
	origin_hash TEXT NOT NULL,
	seal TEXT NOT NULL,
	person TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(person) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
)
;;
CREATE INDEX ix_allergy_person ON allergy (person)
;;
CREATE VIRTUAL TABLE search USING fts5(title, body, content='search_doc', content_rowid='doc', tokenize='unicode61 remove_diacritics 2')
;;
INSERT INTO search(search, rank) VALUES ('secure-delete', 1)
;;
INSERT INTO search(search, rank) VALUES ('rank', 'bm25(5.0, 1.0)')
