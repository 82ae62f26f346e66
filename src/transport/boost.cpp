// The one place where Asio and Beast themselves are compiled; it never changes, so it is built
// once.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
