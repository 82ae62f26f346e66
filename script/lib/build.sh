# Building the programs of one CMake preset; npm's packages are the build's own work. Sourced after
# packages.sh; needs $root.

# ccache is used when it is there. Paths are hashed relative to the checkout, so that a fresh clone
# of the same sources is served from the cache of the former one.
export CCACHE_DIR=${CCACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/mijnduo-ccache}
export CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-3G}
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$root}
export CCACHE_NOHASHDIR=${CCACHE_NOHASHDIR:-1}
# The compiler's own list of what it read is the key: nothing is preprocessed twice.
export CCACHE_DEPEND=${CCACHE_DEPEND:-1}
export CCACHE_COMPRESSLEVEL=${CCACHE_COMPRESSLEVEL:-1}

# build PRESET [TARGET...]: configures when needed and builds.
build() {
  local preset=$1 folder=$root/build/$1
  shift
  if [ ! -f "$folder/build.ninja" ]; then
    (cd "$root" && cmake --preset "$preset" >/dev/null)
  fi
  cmake --build "$folder" ${1:+--target "$@"}
}
