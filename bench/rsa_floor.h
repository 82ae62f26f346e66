#pragma once

namespace bench {

struct RsaFloor {
    double sign_ms;
    double verify_ms;
    double decrypt_ms;
};

/// CPU of the bare RSA-2048 operations on this machine: no login can cost less than its share.
RsaFloor rsa_floor();

} // namespace bench
