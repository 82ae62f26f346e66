# The configuration of a developer's machine. Sourced; used by script/server and script/bench.

# toml_value FILE SECTION KEY: a quoted value.
toml_value() {
  awk -v section="[$2]" -v key="$3" -F ' *= *' '
    /^\[/ { inside = ($0 == section) }
    inside && $1 == key { gsub(/^"|"$/, "", $2); print $2; exit }' "$1"
}

# set_toml_value FILE SECTION KEY VALUE: replaces a quoted value that is there.
set_toml_value() {
  local changed
  changed=$(awk -v section="[$2]" -v key="$3" -v value="$4" '
    /^\[/ { inside = ($0 == section) }
    inside && $1 == key { print key " = \"" value "\""; next }
    { print }' "$1")
  printf '%s\n' "$changed" >"$1"
}

# without_private_pages FILE: a second portal on this machine finds the usual port taken.
without_private_pages() {
  grep -q '^private_listen = ' "$1" || sed -i 's/^\[server\]$/&\nprivate_listen = ""/' "$1"
  set_toml_value "$1" server private_listen ''
}

# prepared_configuration VAR CONFIG DATABASE LISTEN: prints the file to start with. With a database
# or an address of its own that is a copy; the configuration itself stays as it is.
prepared_configuration() {
  local var=$1 config=$2 database=$3 listen=$4
  if [ -n "$database$listen" ]; then
    cp "$config" "$var/mijnduo.running.toml"
    config=$var/mijnduo.running.toml
    [ -z "$database" ] || set_toml_value "$config" database url "$database"
    if [ -n "$listen" ]; then
      set_toml_value "$config" server listen "$listen"
      set_toml_value "$config" server public_url "http://localhost:${listen##*:}"
      without_private_pages "$config"
    fi
  fi
  printf '%s\n' "$config"
}

# broker_metadata BIN VAR CONFIG: the test broker's metadata, renewed weekly, pinned by digest in
# a configuration that uses it.
broker_metadata() {
  local bin=$1 var=$2 config=$3 file=$2/broker_metadata.xml
  if [ ! -s "$file" ] || [ "$var/broker.toml" -nt "$file" ] \
    || [ -n "$(find "$file" -mtime +6)" ]; then
    "$bin/mijnduo-broker" --config "$var/broker.toml" metadata >"$file"
  fi
  [ "$(toml_value "$config" eherkenning broker_metadata)" = broker_metadata.xml ] || return 0
  local digest
  digest=$(sha256sum "$file" | cut -d' ' -f1)
  [ "$(toml_value "$config" eherkenning broker_metadata_sha256)" = "$digest" ] \
    || set_toml_value "$config" eherkenning broker_metadata_sha256 "$digest"
}

# agency_login BIN VAR: staff of a developer's machine sign in at the test broker's second entity.
# Adds what is missing to broker.toml and mijnduo.toml in VAR, and pins the metadata by digest.
agency_login() {
  local bin=$1 var=$2 file=$2/staff_metadata.xml config=$2/mijnduo.toml
  grep -q '^\[staff\]' "$var/broker.toml" || cat >>"$var/broker.toml" <<'TOML'

# The identity provider of the agency's own staff, which this program plays too.
[staff]
entity_id = "urn:example:agency:staff"
signing_key = "keys/staff_signing.key"
signing_certificate = "keys/staff_signing.crt"
service_provider_metadata = "portal_staff_metadata.xml"
TOML
  grep -q '^\[agency_login\]' "$config" || cat >>"$config" <<'TOML'

# Staff sign in on /dienst/inloggen. Without this section: with eHerkenning, once invited.
[agency_login]
metadata = "staff_metadata.xml"
metadata_sha256 = ""
subject_attribute = "uid"
name_attribute = "displayName"
mail_attribute = "mail"
roles_attribute = "groups"

[agency_login.roles]
mijnduo-registratie = "registrar"
mijnduo-goedkeuring = "approver"
mijnduo-helpdesk = "helpdesk"
mijnduo-controle = "auditor"
TOML
  if [ ! -s "$file" ] || [ "$var/broker.toml" -nt "$file" ] \
    || [ -n "$(find "$file" -mtime +6)" ]; then
    "$bin/mijnduo-broker" --config "$var/broker.toml" metadata --staff >"$file"
  fi
  [ "$(toml_value "$config" agency_login metadata)" = staff_metadata.xml ] || return 0
  local digest
  digest=$(sha256sum "$file" | cut -d' ' -f1)
  [ "$(toml_value "$config" agency_login metadata_sha256)" = "$digest" ] \
    || set_toml_value "$config" agency_login metadata_sha256 "$digest"
}

# answers ADDRESS:PORT
answers() { (exec 3<>"/dev/tcp/${1%:*}/${1##*:}") 2>/dev/null; }

# wait_for PID ADDRESS:PORT LOG: until that process answers there; gives up when it ended. It rests
# in a builtin, because bash forgets a Ctrl-C that arrives while a command in the foreground runs.
wait_for() {
  local tries=0 never
  exec {never}<> <(:)
  until answers "$2"; do
    kill -0 "$1" 2>/dev/null || { tail -n 20 "$3" >&2 && give_up "It did not start; see $3"; }
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || give_up "Nothing answers on $2; see $3"
    read -rt 0.05 -u "$never" || true
  done
  exec {never}>&-
}

# demo_cast BIN VAR CONFIG: loads the demo cast (once) and prints who can do what. The links of the
# cast are the pseudonyms under which the test broker shows its people to this portal.
demo_cast() {
  "$1/mijnduo-broker" people --json \
    --service-provider-entity-id "$(toml_value "$3" eherkenning entity_id)" >"$2/people.json"
  "$1/mijnduo" --config "$3" demo --people "$2/people.json"
}
