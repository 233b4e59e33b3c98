#!/usr/bin/env bash
# Builds the portal strictly and puts it in place of the one that is served, in one step and only when it is whole.
#
#   deploy/publish.sh TARGET     TARGET is the folder that nginx serves from (GIAMNGHEO_ROOT)
#
#   TARGET/releases/DAY-TIME/    finished sites; the last five stay, for going back
#   TARGET/current               link to the one that is served
#
# Environment: GIAMNGHEO_ON_ERROR=hold publishes without the items in error (exit code 3 then, as of the build);
# GIAMNGHEO_KEEP=1 keeps no older release (after a withdrawal); GIAMNGHEO_ALLOW_SHRINK=1 lets a site go out
# that has lost more than half of its pages; GIAMNGHEO_BUILD is the build command.
# Exit codes: 0 published; 1 nothing changed; 3 published without the items that were held back.
set -euo pipefail

stop() {
  echo "publish: lỗi: $1" >&2
  exit 1
}

[ $# = 1 ] || stop "thiếu thư mục đích. Cách sửa: deploy/publish.sh /srv/giamngheo"
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
mkdir -p "$1/releases" || stop "không tạo được $1/releases. Cách sửa: xem quyền ghi."
target=$(cd "$1" && pwd)
build=${GIAMNGHEO_BUILD:-.venv/bin/mkdocs build --strict -q}
keep=${GIAMNGHEO_KEEP:-5}
python=${GIAMNGHEO_PYTHON:-$(command -v .venv/bin/python || command -v python3)} || stop "không thấy python3."

exec 9>"$target/.lock"
flock -n 9 || stop "một lần xuất bản khác đang chạy."

# The name of a release sorts by time, down to the millisecond; the lock above keeps two from sharing one.
release=$target/releases/$(date -u +%Y%m%d-%H%M%S-%3N)
trap 'rm -rf "$release.new"' EXIT

code=0
# shellcheck disable=SC2086 # the command is words
$build --site-dir "$release" || code=$?
if [ "$code" != 0 ] && [ "$code" != 3 ]; then
  rm -rf "$release"
  stop "không dựng được trang (mã $code). Trang đang chạy được giữ nguyên."
fi
if ! "$python" "$here/settle.py" "$release" "$target/current"; then
  rm -rf "$release"
  stop "bản mới không đạt. Trang đang chạy được giữ nguyên."
fi

ln -sfn "releases/$(basename "$release")" "$target/current.new"
mv -Tf "$target/current.new" "$target/current"

# Remove the oldest; never what is served.
served=$(readlink -f "$target/current")
find "$target/releases" -mindepth 1 -maxdepth 1 -type d | sort -r | tail -n "+$((keep + 1))" | while read -r old; do
  [ "$old" = "$served" ] || rm -rf "$old"
done
echo "Đã xuất bản: $served"
exit "$code"
