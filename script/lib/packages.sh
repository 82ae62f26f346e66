# Debian's packages. Sourced after say.sh; needs $root.

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo --preserve-env=DEBIAN_FRONTEND "$@"
  else
    give_up "Installing packages needs root or sudo: $*"
  fi
}

# The packages of these sections of script/packages.txt. "nodejs unless node" stands for: only when
# there is no command 'node' yet (a machine may have a newer one from elsewhere).
packages_of() {
  local wanted=" $* " section='' package unless command rest line
  while IFS= read -r line || [ -n "$line" ]; do
    case "$line" in
      '# build' | '# run' | '# test') section=${line#\# } ;;
      '' | '#'*) ;;
      *)
        read -r package unless command rest <<<"$line"
        [[ "$wanted" == *" $section "* ]] || continue
        [ "$unless" = unless ] && command -v "$command" >/dev/null && continue
        printf '%s\n' "$package"
        ;;
    esac
  done <"$root/script/packages.txt"
}

# Installs what is missing of these sections; touches apt only when something is.
ensure_packages() {
  local wanted installed missing
  mapfile -t wanted < <(packages_of "$@")
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null \
    | sed -n 's/^installed //p') || true
  missing=$(comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) <(sort -u <<<"$installed"))
  [ -n "$missing" ] || return 0
  say "Installing from Debian: $(tr '\n' ' ' <<<"$missing")"
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get update -qq
  # shellcheck disable=SC2086 -- one word a package
  as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
