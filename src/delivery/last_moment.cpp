#include "delivery/last_moment.h"

#include <sys/socket.h>

namespace delivery {

void hang_up(CURL* curl) {
    curl_easy_setopt(curl, CURLOPT_QUICK_EXIT, 1L);
    curl_socket_t line = CURL_SOCKET_BAD;
    if (curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, &line) == CURLE_OK &&
        line != CURL_SOCKET_BAD)
        ::shutdown(line, SHUT_RDWR);
}

} // namespace delivery
