"""Material: what is shown, handed out or played to tell people about policies."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from giamngheo.content.item import Item
from giamngheo.content.languages import Language
from giamngheo.content.parts import Part
from giamngheo.content.scalars import Duration, Flag, Identifier, PolicyId, Text, Title

MaterialKind = Literal["khau-hieu", "to-roi", "ap-phich", "bai-giang", "am-thanh", "video"]

MOST_LINES = 3
"""Lines of a banner: more cannot be read from the road."""

_NEEDED = {
    "khau-hieu": ("slogans", "các khẩu hiệu, mỗi khẩu hiệu có lời và nguồn"),
    "to-roi": ("attachments", "tệp của tờ rơi"),
    "ap-phich": ("attachments", "tệp của áp phích"),
    "bai-giang": ("attachments", "tệp của bài giảng"),
    "am-thanh": ("recording", "tệp âm thanh và thời lượng"),
    "video": ("recording", "tệp video và thời lượng"),
}
"""What a material of each kind cannot be without: the key, and what stands there."""


class Slogan(Part):
    """A slogan word for word, and who says so; a banner for printing is made of it."""

    text: Annotated[Title, Field(description="lời khẩu hiệu, đúng từng chữ như văn bản, tối đa 150 ký tự")]
    source: Annotated[Identifier, Field(description="lấy ở đâu: mã nguồn trong sources hoặc mã văn bản")]
    lines: Annotated[
        tuple[Text, ...], Field(description="tự chia dòng trên băng rôn; ghép lại phải đúng như text")
    ] = ()
    note: Annotated[Text | None, Field(description="ghi chú cho người dùng")] = None

    @model_validator(mode="after")
    def _lines_say_the_same(self) -> Self:
        if self.lines and (len(self.lines) > MOST_LINES or " ".join(" ".join(self.lines).split()) != self.text):
            raise PydanticCustomError("chia-dong-sai", "", {"at": "lines"})
        return self


class Recording(Part):
    """Sound or moving picture: a file of the portal itself, nothing is loaded from elsewhere."""

    file: Annotated[Text, Field(description="đường dẫn tính từ content/, ví dụ attachments/bai-nghe.mp3")]
    length: Annotated[Duration, Field(description='thời lượng, viết "phút:giây"')]


class Material(Item):
    """A slogan, leaflet, poster, set of slides, recording or film; of sound and film the body is the transcript."""

    KIND: ClassVar[str] = "materials"
    SECTION: ClassVar[str] = "tai-lieu"
    SECTION_NAME: ClassVar[str] = "Tài liệu tuyên truyền"
    INTRO: ClassVar[str] = "Khẩu hiệu, tờ rơi, áp phích, bài giảng, bài nghe và video để in, treo, phát cho bà con."

    kind: Annotated[
        MaterialKind, Field(description="loại: khau-hieu, to-roi, ap-phich, bai-giang, am-thanh hoặc video")
    ]
    language: Annotated[Language, Field(description="mã ngôn ngữ của tài liệu; không ghi là tiếng Việt")] = "vi"
    slogans: Annotated[tuple[Slogan, ...], Field(description="các khẩu hiệu")] = ()
    capitals: Annotated[Flag, Field(description="false: băng rôn giữ chữ thường, không in hoa hết")] = True
    recording: Annotated[Recording | None, Field(description="tệp âm thanh hoặc video")] = None
    rights: Annotated[Text, Field(description="được in, phát, sửa lại thế nào; ai giữ quyền")]
    made_by: Annotated[Text | None, Field(description="đơn vị làm ra tài liệu")] = None
    policies: Annotated[tuple[PolicyId, ...], Field(description="id các chính sách mà tài liệu nói tới")] = ()

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        key, meaning = _NEEDED[self.kind]
        if not getattr(self, key):
            raise PydanticCustomError("thieu-khoa", "", {"key": key, "meaning": meaning, "at": "kind"})
        return self
