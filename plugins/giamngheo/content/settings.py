"""What one portal sets for itself, in `content/portal.yml`: who runs it and how to reach them."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from giamngheo.content.scalars import AgencyId, Count, Flag, Identifier, Text, WebAddress
from giamngheo.content.schema import KINDS, Part
from giamngheo.content.validation import suggest


class Hotline(Part):
    """A telephone number of an office that the portal publishes; the privacy gate lets it pass."""

    number: Annotated[Text, Field(description="số điện thoại")]
    label: Annotated[Text, Field(description="của cơ quan nào, để làm gì")]


class Contact(Part):
    """Where citizens report errors and ask for removal; what is not set is not shown."""

    office: Annotated[Text | None, Field(description="bộ phận tiếp nhận")] = None
    address: Annotated[Text | None, Field(description="địa chỉ trụ sở")] = None
    email: Annotated[Text | None, Field(description="hộp thư tiếp nhận")] = None
    form: Annotated[WebAddress | None, Field(description="địa chỉ biểu mẫu phản ánh")] = None
    hotlines: Annotated[tuple[Hotline, ...], Field(description="đường dây nóng")] = ()

    @property
    def is_known(self) -> bool:
        """Whether anybody receives what citizens send: without that no time of an answer can be promised."""
        return bool(self.office or self.address or self.email or self.form or self.hotlines)


class Broadcast(Part):
    """Texts for loudspeakers.

    200 syllables a minute: news on national radio is read at 233 (106 items of 29,444 syllables; Nguyễn Thị Thanh Nga,
    Khảo sát ngôn ngữ bản tin thời sự trên Đài Tiếng nói Việt Nam, 2012, 3.3.1); a loudspeaker in the open echoes and
    needs a slower voice.
    """

    region: Annotated[Literal["bac", "nam"], Field(description="bac: nghìn, linh; nam: ngàn, lẻ")] = "bac"
    syllables_per_minute: Annotated[Count, Field(description="tốc độ đọc, tiếng một phút")] = 200
    session_minutes: Annotated[Count, Field(description="thời lượng một buổi phát thanh, phút")] = 15


def _known_kind(name: str) -> str:
    known = [kind.KIND for kind in KINDS]
    if name not in known:
        values = {"value": name, "hint": suggest(name, known, "chọn trong")}
        raise PydanticCustomError("gia-tri-la", "", values)
    return name


class OfficeReport(Part):
    """What stands at the head and foot of the report of one office, so that nobody types it again each year."""

    agency: Annotated[AgencyId, Field(description="cơ quan ban hành báo cáo, mã trong registers/agencies.yml")]
    superior: Annotated[Text | None, Field(description="cơ quan chủ quản, dòng trên tên cơ quan")] = None
    symbol: Annotated[Text | None, Field(description="ký hiệu sau BC-, ví dụ UBND")] = None
    to: Annotated[tuple[Text, ...], Field(description="kính gửi những cơ quan nào")] = ()
    copies: Annotated[tuple[Text, ...], Field(description="nơi nhận khác, dòng Lưu đã có sẵn")] = ()
    authority: Annotated[tuple[Text, ...], Field(description="quyền hạn, chức vụ người ký, mỗi dòng một mục")] = ()
    signer: Annotated[Text | None, Field(description="họ tên người ký")] = None


class Reporting(Part):
    """The annual communication report. A month has its column where an item of any other kind came out in it."""

    outside_column: Annotated[
        tuple[Annotated[Identifier, AfterValidator(_known_kind)], ...],
        Field(description="loại bài không tính là chuyên mục hằng tháng, tên thư mục"),
    ] = ("plans", "materials")
    offices: Annotated[tuple[OfficeReport, ...], Field(description="phần đầu, phần cuối báo cáo của từng cơ quan")] = ()


class Settings(Part):
    """Settings of one portal."""

    name: Annotated[Text, Field(description="tên cổng")] = "Trang thông tin điện tử về giảm nghèo"
    short_name: Annotated[Text, Field(description="tên ngắn cho màn hình nhỏ")] = "Giảm nghèo"
    description: Annotated[Text, Field(description="một câu giới thiệu cổng")] = (
        "Chính sách, gương điển hình và kế hoạch giảm nghèo: được gì, ai được, làm thế nào, đến khi nào."
    )
    publisher: Annotated[Text | None, Field(description="cơ quan chủ quản, tên đầy đủ")] = None
    is_demonstration: Annotated[Flag, Field(description="true: bản trình diễn, trang nào cũng ghi rõ")] = False
    contact: Annotated[Contact, Field(description="liên hệ")] = Contact()
    broadcast: Annotated[Broadcast, Field(description="bài đọc trên loa")] = Broadcast()
    report: Annotated[Reporting, Field(description="báo cáo truyền thông hằng năm")] = Reporting()
    rights: Annotated[Text, Field(description="báo, đài được dùng lại bài thế nào")] = (
        "Văn bản của cơ quan nhà nước không thuộc phạm vi bảo hộ quyền tác giả. Bài do Ban biên tập viết: dùng theo "
        "giấy phép CC BY 4.0, ghi nguồn và nói rõ nếu đã sửa. Ảnh: hỏi người giữ quyền ghi cạnh ảnh."
    )
    licence: Annotated[WebAddress | None, Field(description="địa chỉ giấy phép của dữ liệu mở, khớp với rights")] = None
    websub_hub: Annotated[WebAddress | None, Field(description="trạm báo tin WebSub, nếu có")] = None
    stale_after_days: Annotated[Count, Field(description="quá bao nhiêu ngày thì coi là lâu chưa kiểm tra")] = 180
    page_size: Annotated[Count, Field(description="số bài mỗi trang danh sách")] = 20
    feed_size: Annotated[Count, Field(description="số bài mỗi bản tin RSS")] = 50
