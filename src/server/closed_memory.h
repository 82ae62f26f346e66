#pragma once

namespace server {

/// From here on nobody looks into this process: it leaves no core dump, and only root may trace it.
/// Keys and what people typed are in its memory, and a dump of that lies on a disk for ever.
void close_memory();

} // namespace server
