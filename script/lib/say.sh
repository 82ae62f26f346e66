# Words on the terminal. Sourced; colours only for a person who watches.

if [ -t 1 ] && [ -z "${CI:-}" ] && [ -z "${NO_COLOR:-}" ]; then
  bold=$'\e[1m' red=$'\e[31m' plain=$'\e[0m'
else
  bold='' red='' plain=''
fi

say() { printf '%s%s%s\n' "$bold" "$*" "$plain"; }
complain() { printf '%s%s%s\n' "$red" "$*" "$plain" >&2; }
give_up() {
  complain "$*"
  exit 1
}

# Prints the comment at the head of the calling script: that is its --help.
print_help() { sed -n '2,/^[^#]/ { /^#/!d; s/^# \{0,1\}//; p }' "$0"; }
