/* wsload: opens many WebSocket connections to one server, joins them to rooms, posts, and counts what arrives.
 *
 * One thread, one epoll. An adapter file says what the server wants to hear (see README.md). Three ways to run:
 *   closed loop  -w N      a room posts its next message while fewer than N of its messages are on their way to
 *                          anybody: the loop is closed on ALL members, not on the author's own echo
 *   open loop    -R RATE   so many messages a second, whatever the server does; latency counts from the time at which
 *                          the message should have left, so a stall cannot hide behind messages that were not sent
 *   idle         -d 0      connect and join only: how fast (-m), and how much memory each connection takes (-H)
 *
 * Each text begins with a marker  @T<16 hex: ns at sending>.<8 hex: number in its room, from 1>@  and a delivery is one
 * marker seen. Several markers in one frame count several times, so a server that joins messages gets full credit.
 * Nothing is taken on trust: each connection counts its deliveries and checks that every number follows the one before;
 * three connections check every offset too, if the adapter says where it stands.
 * Prints one JSON object. Times are monotonic nanoseconds; CPU is in seconds, over all threads of the processes (-P).
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <getopt.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define SECOND 1000000000ull
#define JOIN_LIMIT (120 * SECOND)
#define STALL (5 * SECOND)        /* without any delivery: the server has given up */
#define DRAIN_LIMIT (5 * SECOND)  /* what has not come by then is lost */
#define QUIET (SECOND / 10)       /* after the last delivery: time for what comes twice */
#define MAX_STEPS 16
#define MAX_TEXT 65536            /* a frame that we send, and the parts of it */
#define READ_SIZE (1 << 19)       /* bytes of one read; also the longest part of a frame that waits for its rest */
#define MARKER 28

typedef uint64_t u64;

static u64 now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (u64)t.tv_sec * SECOND + t.tv_nsec;
}

static void die(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  printf("{\"error\": \"");
  vprintf(format, arguments);
  printf("\"}\n");
  exit(1);
}

/* ── options ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static int port = 9000, connection_count = 300, room_size = 300, window = 32, concurrency = 64, text_size = 128;
static double duration = 2, warm_up = 0.5, rate, hold;
static bool verbose;
static int mark_at, pids[256], pid_count;

/* ── the adapter: what a server wants to hear ────────────────────────────────────────────────────────────────────── */

typedef struct { char *text; int size; } Text;
typedef struct { bool is_expected; Text text; } Step;

static Step steps[MAX_STEPS];
static int step_count;
static char *path = "/";
static Text publish, offset_key, reply_when, reply_with;

static Text text_of(const char *s) { return (Text){strdup(s), (int)strlen(s)}; }

static void load_adapter(const char *file) {
  static char line[MAX_TEXT];
  FILE *f = fopen(file, "r");
  if (!f) die("adapter %s not found", file);
  while (fgets(line, sizeof line, f)) {
    line[strcspn(line, "\n")] = 0;
    if (!line[0] || line[0] == '#') continue;
    char *value = strchr(line, ' ');
    if (!value) die("adapter directive without a value");
    *value++ = 0;
    bool is_expected = !strcmp(line, "expect");
    if (is_expected || !strcmp(line, "send")) {
      if (step_count == MAX_STEPS) die("the adapter has too many steps");
      steps[step_count++] = (Step){is_expected, text_of(value)};
    } else if (!strcmp(line, "path")) path = strdup(value);
    else if (!strcmp(line, "publish")) publish = text_of(value);
    else if (!strcmp(line, "offset")) offset_key = text_of(value);
    else if (!strcmp(line, "reply_when")) reply_when = text_of(value);
    else if (!strcmp(line, "reply_with")) reply_with = text_of(value);
    else die("unknown adapter directive %s", line);
  }
  fclose(f);
}

/* ── state ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  int fd, number, room, step;
  enum { CONNECTING, UPGRADING, STEPPING, JOINED, DEAD } state;
  bool watched;                     /* checks every offset */
  u64 received, last_number, last_offset;
  uint8_t *rest; int rest_size, rest_space;         /* of a frame that has not come whole */
  uint8_t *unsent; int unsent_size, unsent_space;   /* what the socket did not take */
} Connection;

typedef struct {
  u64 sent, delivered;
  int members, author;
  bool queued;
} Room;

static Connection *connections;
static Room *rooms;
static int room_count, poll_fd;
static int *open_rooms, open_count; /* rooms that may post: closed loop only */
static enum { JOINING, RUNNING, DRAINING } phase;
static int started, joining, joined, dead;
static u64 began, marked;
static u64 from, until;             /* what is sent and seen between them is measured */
static u64 sent, deliveries, measured, disordered, bytes_read, last_delivery, busy;
static u64 read_at;                 /* when the bytes at hand were read */
static char filler[MAX_TEXT];

/* ── latencies: a histogram of powers of two in 64 parts each, so at most 1.6 % off ──────────────────────────────── */

#define PARTS 64
static u64 histogram[64 * PARTS], recorded;

static void record(u64 ns) {
  recorded++;
  if (ns < PARTS) { histogram[ns]++; return; }
  int exponent = 63 - __builtin_clzll(ns);
  histogram[(exponent - 5) * PARTS + ((ns >> (exponent - 6)) & (PARTS - 1))]++;
}

static double quantile_us(double q) {
  u64 want = (u64)(q * recorded), count = 0;
  for (int i = 0; recorded && i < 64 * PARTS; i++) {
    count += histogram[i];
    if (count <= want) continue;
    if (i < PARTS) return i / 1e3;
    return (double)((u64)(PARTS + i % PARTS) << (i / PARTS - 1)) / 1e3;
  }
  return 0;
}

/* ── sending ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void watch(Connection *c, uint32_t events, int operation) {
  struct epoll_event e = {.events = events, .data.ptr = c};
  epoll_ctl(poll_fd, operation, c->fd, &e);
}

static void bury(Connection *c, const char *why) {
  if (c->state == DEAD) return;
  if (verbose || dead < 3)
    fprintf(stderr, "connection %d, step %d: %s (%s)\n", c->number, c->step, why, strerror(errno));
  if (c->state == JOINED) joined--; else joining--;
  c->state = DEAD;
  dead++;
  close(c->fd);
}

static void keep_unsent(Connection *c, const uint8_t *bytes, int size) {
  if (c->unsent_size + size > c->unsent_space) {
    c->unsent_space = (c->unsent_size + size) * 2;
    c->unsent = realloc(c->unsent, c->unsent_space);
  }
  memcpy(c->unsent + c->unsent_size, bytes, size);
  c->unsent_size += size;
}

static void send_bytes(Connection *c, const uint8_t *bytes, int size) {
  if (!c->unsent_size) {
    ssize_t taken = send(c->fd, bytes, size, MSG_NOSIGNAL);
    if (taken < 0 && errno != EAGAIN) { bury(c, "write"); return; }
    if (taken < 0) taken = 0;
    bytes += taken;
    size -= taken;
    if (!size) return;
    watch(c, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
  }
  keep_unsent(c, bytes, size);
}

static void send_unsent(Connection *c) {
  ssize_t taken = send(c->fd, c->unsent, c->unsent_size, MSG_NOSIGNAL);
  if (taken < 0) { if (errno != EAGAIN) bury(c, "write"); return; }
  c->unsent_size -= taken;
  memmove(c->unsent, c->unsent + taken, c->unsent_size);
  if (!c->unsent_size) watch(c, EPOLLIN, EPOLL_CTL_MOD);
}

enum { TEXT_FRAME = 1, CLOSE_FRAME = 8, PING_FRAME = 9, PONG_FRAME = 10 };

/* The mask is always the same: a server has to undo it all the same. */
static void send_frame(Connection *c, int opcode, const uint8_t *payload, int size) {
  static const uint8_t mask[4] = {0x37, 0xfa, 0x21, 0x3d};
  static uint8_t frame[MAX_TEXT + 16];
  int head = 0;
  if (size >= MAX_TEXT) die("a frame of %d bytes is too long", size);
  frame[head++] = 0x80 | opcode;
  if (size < 126) frame[head++] = 0x80 | size;
  else { frame[head++] = 0x80 | 126; frame[head++] = size >> 8; frame[head++] = size; }
  memcpy(frame + head, mask, 4);
  head += 4;
  for (int i = 0; i < size; i++) frame[head + i] = payload[i] ^ mask[i & 3];
  send_bytes(c, frame, head + size);
}

static int write_text(char *out, u64 stamp, u64 number) {
  int size = sprintf(out, "@T%016llx.%08llx@", (unsigned long long)stamp, (unsigned long long)number & 0xffffffff);
  memcpy(out + size, filler, text_size - size);
  return text_size;
}

/* Fills in {room} {user} {run} {seq} {body}. */
static int expand(Text template, const Connection *c, u64 stamp, char *out) {
  int size = 0;
  for (const char *t = template.text, *end = t + template.size; t < end;) {
    if (*t != '{') { out[size++] = *t++; continue; }
    if (!strncmp(t, "{room}", 6)) { size += sprintf(out + size, "r%05d", c->room); t += 6; }
    else if (!strncmp(t, "{user}", 6)) { size += sprintf(out + size, "u%05d", c->number); t += 6; }
    else if (!strncmp(t, "{run}", 5)) { size += sprintf(out + size, "%x", (unsigned)getpid()); t += 5; }
    else if (!strncmp(t, "{seq}", 5)) { size += sprintf(out + size, "%08llx", (unsigned long long)sent); t += 5; }
    else if (!strncmp(t, "{body}", 6)) { size += write_text(out + size, stamp, rooms[c->room].sent); t += 6; }
    else out[size++] = *t++;
  }
  out[size] = 0;
  return size;
}

static void post(Room *room, u64 stamp) {
  static char text[2 * MAX_TEXT];
  Connection *author = &connections[room->author];
  if (author->state != JOINED) return;
  room->sent++;
  sent++;
  send_frame(author, TEXT_FRAME, (uint8_t *)text, expand(publish, author, stamp, text));
}

static bool window_is_open(const Room *room) {
  return room->sent * room->members - room->delivered <= (u64)(window - 1) * room->members;
}

/* ── receiving ───────────────────────────────────────────────────────────────────────────────────────────────────── */

/* Sends up to the next answer that has to come first; after the last step the connection is joined. */
static void take_steps(Connection *c) {
  static char text[2 * MAX_TEXT];
  for (; c->step < step_count && !steps[c->step].is_expected; c->step++) {
    send_frame(c, TEXT_FRAME, (uint8_t *)text, expand(steps[c->step].text, c, 0, text));
    if (c->state == DEAD) return;
  }
  if (c->step < step_count) return;
  c->state = JOINED;
  joining--;
  if (++joined == mark_at) marked = now();
}

static void expect(Connection *c, const uint8_t *payload, int size) {
  static char wanted[2 * MAX_TEXT];
  if (verbose) fprintf(stderr, "connection %d, step %d: %.*s\n", c->number, c->step, size, payload);
  int wanted_size = expand(steps[c->step].text, c, 0, wanted);
  if (!memmem(payload, size, wanted, wanted_size)) return;
  c->step++;
  take_steps(c);
}

static u64 hexadecimal(const uint8_t *digits, int count) {
  u64 value = 0;
  for (; count--; digits++) value = value << 4 | (*digits <= '9' ? *digits - '0' : (*digits | 32) - 'a' + 10);
  return value;
}

/* The offset that stands on the marker's line, or 0. */
static u64 offset_beside(const uint8_t *marker, const uint8_t *payload, const uint8_t *end) {
  const uint8_t *line = memrchr(payload, '\n', marker - payload);
  const uint8_t *line_end = memchr(marker, '\n', end - marker);
  line = line ? line + 1 : payload;
  const uint8_t *key = memmem(line, (line_end ? line_end : end) - line, offset_key.text, offset_key.size);
  return key ? strtoull((const char *)key + offset_key.size, NULL, 10) : 0;
}

static void check_next(const Connection *c, const char *what, u64 got, u64 before) {
  if (got == before + 1) return;
  if (verbose || !disordered)
    fprintf(stderr, "connection %d: %s %llu after %llu\n", c->number, what, (unsigned long long)got,
      (unsigned long long)before);
  disordered++;
}

/* Who has joined hears everything from then on. The first offset may be any: the log is older than this run. */
static void check_order(Connection *c, u64 number, const uint8_t *marker, const uint8_t *payload, const uint8_t *end) {
  check_next(c, "number", number, c->last_number);
  c->last_number = number;
  if (!c->watched || !offset_key.text) return;
  u64 offset = offset_beside(marker, payload, end);
  check_next(c, "offset", offset, c->last_offset || !offset ? c->last_offset : offset - 1);
  c->last_offset = offset;
}

static void deliver(Connection *c, u64 stamp) {
  Room *room = &rooms[c->room];
  c->received++;
  deliveries++;
  last_delivery = read_at;
  room->delivered++;
  if (!room->queued && window_is_open(room)) { room->queued = true; open_rooms[open_count++] = c->room; }
  if (read_at >= from && read_at < until) measured++;
  if (stamp >= from && stamp < until) record(read_at > stamp ? read_at - stamp : 0);
}

/* memchr, since it looks at many bytes at a time and memmem for two does not: half of our CPU. */
static void count_markers(Connection *c, const uint8_t *payload, int size) {
  const uint8_t *end = payload + size, *m = payload;
  while (end - m >= MARKER && (m = memchr(m, '@', end - m)) && end - m >= MARKER) {
    if (m[1] != 'T' || m[18] != '.' || m[27] != '@') { m++; continue; }
    check_order(c, hexadecimal(m + 19, 8), m, payload, end);
    deliver(c, hexadecimal(m + 2, 16));
    m += MARKER;
  }
}

static void take_frame(Connection *c, int opcode, const uint8_t *payload, int size) {
  switch (opcode) {
    case PING_FRAME: send_frame(c, PONG_FRAME, payload, size); return;
    case PONG_FRAME: return;
    case CLOSE_FRAME: errno = 0; bury(c, "closed by the server"); return;
  }
  if (reply_when.text && size == reply_when.size && !memcmp(payload, reply_when.text, size))
    send_frame(c, TEXT_FRAME, (uint8_t *)reply_with.text, reply_with.size);
  else if (c->state == STEPPING) expect(c, payload, size);
  else if (phase != JOINING) count_markers(c, payload, size);
}

/* Gives the number of bytes that the answer to the handshake took: 0 while it is not whole. */
static int take_handshake(Connection *c, const uint8_t *bytes, int size) {
  const uint8_t *end = memmem(bytes, size, "\r\n\r\n", 4);
  if (!end && size < 16384) return 0;
  if (!end || memcmp(bytes + 9, "101", 3)) {
    if (dead < 3) fprintf(stderr, "%.*s\n", size < 400 ? size : 400, bytes);
    errno = 0;
    bury(c, "the handshake was refused");
    return 0;
  }
  c->state = STEPPING;
  take_steps(c);
  return end + 4 - bytes;
}

/* Gives the number of bytes that whole frames took. */
static int take_frames(Connection *c, const uint8_t *bytes, int size) {
  int taken = 0;
  while (c->state != DEAD && size - taken >= 2) {
    const uint8_t *b = bytes + taken;
    int left = size - taken, head = 2;
    u64 length = b[1] & 127;
    if (length == 126) { if (left < 4) break; length = b[2] << 8 | b[3]; head = 4; }
    else if (length == 127) {
      if (left < 10) break;
      head = 10;
      for (int i = length = 0; i < 8; i++) length = length << 8 | b[2 + i];
    }
    if ((u64)left < head + length) break;
    take_frame(c, b[0] & 15, b + head, (int)length);
    taken += head + (int)length;
  }
  return taken;
}

static void keep_rest(Connection *c, const uint8_t *bytes, int size) {
  if (size > READ_SIZE) die("a frame is longer than %d bytes", READ_SIZE);
  if (size > c->rest_space) { c->rest_space = size * 2; c->rest = realloc(c->rest, c->rest_space); }
  memcpy(c->rest, bytes, size);
  c->rest_size = size;
}

/* What is left of the last read is put right before what comes now. */
static void take_bytes(Connection *c) {
  static uint8_t space[2 * READ_SIZE];
  uint8_t *bytes = space + READ_SIZE - c->rest_size;
  ssize_t size = recv(c->fd, space + READ_SIZE, READ_SIZE, 0);
  if (size < 0 && errno == EAGAIN) return;
  if (size <= 0) { bury(c, size ? "read" : "end of stream"); return; }
  read_at = now();
  bytes_read += size;
  memcpy(bytes, c->rest, c->rest_size);
  size += c->rest_size;
  int taken = c->state == UPGRADING ? take_handshake(c, bytes, size) : 0;
  if (c->state != UPGRADING && c->state != DEAD) taken += take_frames(c, bytes + taken, size - taken);
  if (c->state != DEAD) keep_rest(c, bytes + taken, size - taken);
}

/* ── connecting ──────────────────────────────────────────────────────────────────────────────────────────────────── */

static struct sockaddr_in server_address(void) {
  struct in_addr here = {htonl(INADDR_LOOPBACK)};
  return (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = here};
}

static void open_connection(Connection *c) {
  struct sockaddr_in address = server_address();
  struct linger reset_at_end = {1, 0}; /* else thousands of ports wait for minutes */
  int on = 1;
  c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (c->fd < 0) die("socket: %s", strerror(errno));
  setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  setsockopt(c->fd, SOL_SOCKET, SO_LINGER, &reset_at_end, sizeof reset_at_end);
  c->state = CONNECTING;
  joining++;
  if (connect(c->fd, (void *)&address, sizeof address) && errno != EINPROGRESS) { bury(c, "connect"); return; }
  watch(c, EPOLLOUT, EPOLL_CTL_ADD);
}

static void send_handshake(Connection *c) {
  static char request[1024];
  socklen_t size = sizeof errno;
  getsockopt(c->fd, SOL_SOCKET, SO_ERROR, &errno, &size);
  if (errno) { bury(c, "connect"); return; }
  watch(c, EPOLLIN, EPOLL_CTL_MOD);
  c->state = UPGRADING;
  send_bytes(c, (uint8_t *)request, snprintf(request, sizeof request,
    "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1:%d\r\n"
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n", path, port, port));
}

/* ── the loop ────────────────────────────────────────────────────────────────────────────────────────────────────── */

static void handle(Connection *c, uint32_t events) {
  if (c->state == CONNECTING) { send_handshake(c); return; }
  if (c->state != DEAD && events & EPOLLOUT) send_unsent(c);
  if (c->state != DEAD && events & (EPOLLIN | EPOLLHUP | EPOLLERR)) take_bytes(c);
}

static void pump(int timeout_ms) {
  static struct epoll_event events[1024];
  int count = epoll_wait(poll_fd, events, 1024, timeout_ms);
  if (count <= 0) return;
  u64 start = now();
  for (int i = 0; i < count; i++) handle(events[i].data.ptr, events[i].events);
  busy += now() - start;
}

static void pump_until(u64 end) { while (now() < end) pump(20); }

static void join_all(void) {
  began = now();
  while (joined + dead < connection_count && now() < began + JOIN_LIMIT) {
    while (started < connection_count && joining < concurrency) open_connection(&connections[started++]);
    pump(100);
  }
  if (!joined) die("no connection joined, %d died", dead);
}

static void post_in_open_rooms(void) {
  int count = open_count;
  open_count = 0;
  for (int i = 0; i < count; i++) {
    Room *room = &rooms[open_rooms[i]];
    Connection *author = &connections[room->author];
    while (window_is_open(room) && author->state == JOINED && !author->unsent_size) post(room, now());
    if (author->unsent_size && author->state == JOINED) open_rooms[open_count++] = open_rooms[i];
    else room->queued = false;
  }
}

static void post_what_is_due(u64 start) {
  static u64 count;
  u64 t = now(), due, first = count;
  while ((due = start + (u64)(count * (SECOND / rate))) <= t) post(&rooms[count++ % room_count], due);
  if (count != first) busy += now() - t;
}

/* ── measuring ───────────────────────────────────────────────────────────────────────────────────────────────────── */

static u64 server_memory_kb(void) {
  u64 total = 0;
  for (int i = 0; i < pid_count; i++) {
    char file[64];
    long size, resident;
    sprintf(file, "/proc/%d/statm", pids[i]);
    FILE *f = fopen(file, "r");
    if (!f) continue;
    if (fscanf(f, "%ld %ld", &size, &resident) == 2) total += resident * (sysconf(_SC_PAGESIZE) / 1024);
    fclose(f);
  }
  return total;
}

static double cpu_seconds(clockid_t clock) {
  struct timespec t;
  return clock_gettime(clock, &t) ? 0 : t.tv_sec + t.tv_nsec / 1e9;
}

static double server_cpu(void) {
  double total = 0;
  clockid_t clock;
  for (int i = 0; i < pid_count; i++)
    if (!clock_getcpuclockid(pids[i], &clock)) total += cpu_seconds(clock);
  return total;
}

static double own_cpu(void) {
  /* In the open loop we spin to send in time; only what there was to do counts. */
  return rate ? busy / 1e9 : cpu_seconds(CLOCK_PROCESS_CPUTIME_ID);
}

static void run(void) {
  double server_before = 0, own_before = 0;
  u64 bytes_before = 0, start = now();
  bool measuring = false, stalled = false;
  open_rooms = calloc(room_count, sizeof *open_rooms);
  for (int i = 0; i < room_count; i++) {
    rooms[i].queued = true; /* in the open loop for ever: the clock posts, not the window */
    if (!rate) open_rooms[open_count++] = i;
  }
  phase = RUNNING;
  from = start + (u64)(warm_up * SECOND);
  until = from + (u64)(duration * SECOND);
  last_delivery = start;
  for (u64 t = start; t < until && !stalled; t = now()) {
    if (!measuring && t >= from) {
      measuring = true;
      server_before = server_cpu(), own_before = own_cpu(), bytes_before = bytes_read;
    }
    stalled = t > last_delivery + STALL;
    if (rate) post_what_is_due(start); else post_in_open_rooms();
    pump(rate ? 0 : 5);
  }
  double seconds = (now() - from) / 1e9, server = server_cpu() - server_before, own = own_cpu() - own_before;
  u64 bytes = bytes_read - bytes_before;

  phase = DRAINING;
  u64 wanted = 0, lost = 0, doubled = 0, end = now() + DRAIN_LIMIT;
  for (int i = 0; i < room_count; i++) wanted += rooms[i].sent * rooms[i].members;
  while (now() < end && (deliveries < wanted || now() < last_delivery + QUIET)) pump(20);
  for (int i = 0; i < connection_count; i++) {
    u64 due = rooms[connections[i].room].sent, got = connections[i].received;
    if (got < due) lost += due - got; else doubled += got - due;
  }
  printf(", \"seconds\": %.3f, \"deliveries_per_s\": %.1f, \"messages_per_s\": %.1f, \"bytes_per_delivery\": %.1f",
    seconds, measured / seconds, measured / seconds / room_size, measured ? (double)bytes / measured : 0);
  printf(", \"p50_us\": %.1f, \"p99_us\": %.1f, \"server_cpu\": %.4f, \"generator_cpu\": %.4f", quantile_us(.5),
    quantile_us(.99), server / seconds, own / seconds);
  printf(", \"server_us_per_delivery\": %.4f", measured ? server * 1e6 / measured : 0);
  printf(", \"lost\": %llu, \"doubled\": %llu, \"disordered\": %llu, \"stalled\": %s", (unsigned long long)lost,
    (unsigned long long)doubled, (unsigned long long)disordered, stalled ? "true" : "false");
}

/* ── start ───────────────────────────────────────────────────────────────────────────────────────────────────────── */

static const char *read_options(int argc, char **argv) {
  const char *adapter = NULL;
  int option;
  while ((option = getopt(argc, argv, "p:a:P:n:r:w:R:d:u:H:m:c:b:v")) != -1) switch (option) {
    case 'p': port = atoi(optarg); break;                 /* of the server, on 127.0.0.1 */
    case 'a': adapter = optarg; break;
    case 'P':                                             /* processes of the server, with commas */
      for (char *p = strtok(optarg, ","); p && pid_count < 256; p = strtok(NULL, ",")) pids[pid_count++] = atoi(p);
      break;
    case 'n': connection_count = atoi(optarg); break;
    case 'r': room_size = atoi(optarg); break;
    case 'w': window = atoi(optarg); break;
    case 'R': rate = atof(optarg); break;                 /* messages a second, over all rooms */
    case 'd': duration = atof(optarg); break;             /* seconds */
    case 'u': warm_up = atof(optarg); break;              /* seconds before them */
    case 'H': hold = atof(optarg); break;                 /* seconds to wait before memory is read */
    case 'm': mark_at = atoi(optarg); break;              /* so many joined: how long did it take? */
    case 'c': concurrency = atoi(optarg); break;          /* connections that join at a time */
    case 'b': text_size = atoi(optarg); break;            /* bytes of a text */
    case 'v': verbose = true; break;
    default: die("unknown option");
  }
  if (!adapter) die("no adapter given");
  if (connection_count < 1 || room_size < 1 || window < 1) die("at least one connection, member and message");
  if (text_size < MARKER || text_size > MAX_TEXT / 2) die("a text has %d to %d bytes", MARKER, MAX_TEXT / 2);
  return adapter;
}

static void make_rooms(void) {
  room_count = (connection_count + room_size - 1) / room_size;
  connections = calloc(connection_count, sizeof *connections);
  rooms = calloc(room_count, sizeof *rooms);
  for (int i = 0; i < connection_count; i++) {
    connections[i].number = i;
    connections[i].room = i / room_size;
    rooms[i / room_size].members++;
  }
  for (int i = 0; i < room_count; i++) rooms[i].author = i * room_size;
  connections[0].watched = connections[connection_count / 2].watched = connections[connection_count - 1].watched = true;
}

static void allow_open_files(void) {
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_max < (rlim_t)connection_count + 64)
    die("%d connections are more open files than this machine allows", connection_count);
}

int main(int argc, char **argv) {
  static const char sentence[] = "We looked at the second exercise together, and I think that recursion is clear now. ";
  load_adapter(read_options(argc, argv));
  for (int i = 0; i < MAX_TEXT; i++) filler[i] = sentence[i % (sizeof sentence - 1)];
  allow_open_files();
  make_rooms();
  poll_fd = epoll_create1(0);

  u64 memory_before = server_memory_kb();
  double cpu_before = server_cpu();
  join_all();
  double seconds = (now() - began) / 1e9, cpu = server_cpu() - cpu_before;
  int all_joined = joined;
  pump_until(now() + (u64)((hold ? hold : 0.3) * SECOND));
  u64 memory = server_memory_kb();
  printf("{\"joined\": %d, \"joins_per_s\": %.1f, \"marked_per_s\": %.1f, \"join_server_cpu_s\": %.3f", all_joined,
    all_joined / seconds, marked ? mark_at / ((marked - began) / 1e9) : 0, cpu);
  printf(", \"memory_kb\": %llu, \"memory_per_connection_kb\": %.3f", (unsigned long long)memory,
    ((double)memory - memory_before) / all_joined);
  if (duration > 0 && publish.text) run();
  printf(", \"died\": %d}\n", dead);
  return 0;
}
