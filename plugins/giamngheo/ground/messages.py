"""The Vietnamese wording of every problem: what is wrong and how to mend it, one row per code.

A test holds that each code used in the project has a row here and that no row is unused.
"""

from __future__ import annotations

from typing import NamedTuple


class Message(NamedTuple):
    """Wording of one problem; `{gaps}` are filled from `Problem.values`."""

    what: str
    mend: str
    is_warning: bool = False


MESSAGES: dict[str, Message] = {
    # --- files -------------------------------------------------------------------------------------------
    "tep-khong-doc-duoc": Message("không đọc được tệp ({reason})", "kiểm tra quyền đọc và tên tệp rồi chạy lại"),
    "tep-ngoai-thu-muc": Message(
        "tệp “{file}” nằm ngoài thư mục {folder}",
        "chép tệp vào trong thư mục {folder} rồi ghi đường dẫn tính từ content/",
    ),
    "tep-qua-lon": Message(
        "tệp nặng {size} KB, vượt mức {limit} KB", "tách thành nhiều bài, hoặc đưa phần dài vào tệp đính kèm"
    ),
    "tep-qua-nhieu-dong": Message(
        "tệp có {count} dòng, vượt mức {limit} dòng", "tách thành nhiều bài, hoặc đưa phần dài vào tệp đính kèm"
    ),
    "khong-phai-utf8": Message(
        "tệp không dùng bảng mã UTF-8", "mở tệp, chọn “Lưu với mã UTF-8” (Save with encoding UTF-8) rồi lưu lại"
    ),
    "ky-tu-dieu-khien": Message(
        "có ký tự điều khiển vô hình (mã {character}); trang web sẽ bỏ ký tự này",
        "xóa ký tự đó, thường do chép từ Word hoặc PDF",
        is_warning=True,
    ),
    "ten-tep-sai": Message(
        "tên tệp “{name}” không dùng làm địa chỉ trang được",
        "đặt tên chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ “{suggestion}.md”",
    ),
    "tep-la": Message(
        "tệp này không thuộc loại nội dung nào nên không được xuất bản",
        "chuyển vào thư mục của loại bài ấy, ví dụ content/policies, hoặc đổi đuôi thành .md",
        is_warning=True,
    ),
    "thieu-muc": Message(
        "không thấy thư mục nội dung “{folder}”", "chạy lệnh trong thư mục dự án, nơi có mkdocs.yml và content/"
    ),
    "con-nua": Message(
        "còn {count} chỗ nữa có lỗi này ({code}) trong tệp", "sửa các chỗ đã kể rồi kiểm tra lại", is_warning=True
    ),
    # --- front matter ------------------------------------------------------------------------------------
    "thieu-phan-dau": Message(
        "tệp không có phần khai báo ở đầu", "bắt đầu tệp bằng dòng ---, các khóa như title, date, rồi một dòng ---"
    ),
    "phan-dau-chua-dong": Message(
        "phần khai báo ở đầu tệp chưa được đóng", "thêm một dòng chỉ có --- ngay trước nội dung bài"
    ),
    "phan-dau-sai-dang": Message(
        "phần khai báo phải gồm các dòng “khóa: giá trị”", 'viết lại theo mẫu, ví dụ title: "Tên bài"'
    ),
    "yaml-sai": Message("phần khai báo sai cú pháp ở gần “{near}”", "{hint}"),
    "khoa-lap": Message("khóa “{key}” được ghi hai lần", "giữ lại một dòng, xóa dòng kia"),
    "yaml-neo": Message(
        "dùng ký hiệu YAML “{sign}” mà cổng không nhận", 'viết thẳng giá trị ra; nếu là chữ thì đặt trong dấu "…"'
    ),
    "khai-bao-qua-dai": Message(
        "phần khai báo có hơn {limit} giá trị", "chia thành nhiều bài, hoặc đưa phần dài xuống lời bài"
    ),
    "long-qua-sau": Message("khai báo lồng nhau quá {limit} tầng", "viết lại theo mẫu trong content/README.md"),
    # --- schema ------------------------------------------------------------------------------------------
    "thieu-khoa": Message("thiếu khóa bắt buộc “{key}”", "thêm dòng “{key}: …” ({meaning})"),
    "de-trong": Message("khóa “{key}” để trống", "ghi giá trị sau dấu hai chấm ({meaning})"),
    "khoa-la": Message("khóa “{key}” không có trong mẫu", "{hint}"),
    "ngay-sai": Message("ngày “{value}” không có thật", "viết NĂM-THÁNG-NGÀY, ví dụ 2025-01-31"),
    "ngay-sai-dang": Message("ngày “{value}” viết chưa đúng dạng", "viết NĂM-THÁNG-NGÀY: {suggestion}"),
    "nam-la": Message("năm của “{value}” nằm ngoài khoảng {low}–{high}", "kiểm tra lại năm, viết đủ bốn chữ số"),
    "thoi-luong-sai": Message("thời lượng “{value}” không hợp lệ", 'viết phút:giây trong dấu nháy, ví dụ "3:20"'),
    "so-ngoai-khoang": Message("“{value}” nằm ngoài khoảng {low}–{high}", "chọn một số trong khoảng đó"),
    "thoi-gian-sai": Message(
        "thời gian “{value}” không hợp lệ", "viết một ngày, tháng hoặc năm: 2025-01-31, 2025-01 hoặc 2025"
    ),
    "thoi-diem-sai": Message("thời điểm “{value}” không hợp lệ", "viết 2025-01-31 08:30 (giờ Việt Nam)"),
    "ngay-trong-nam-sai": Message(
        "ngày trong năm “{value}” không hợp lệ", 'viết THÁNG-NGÀY trong dấu nháy, ví dụ "09-01"'
    ),
    "so-sai": Message(
        "“{value}” không phải là số",
        "viết số không có dấu chấm hàng nghìn, dấu thập phân là dấu chấm: 1500000 hoặc 6.24",
    ),
    "dung-sai-sai": Message("“{value}” không phải là true hoặc false", "viết true (đúng) hoặc false (sai)"),
    "gia-tri-la": Message("giá trị “{value}” của “{key}” không có trong danh sách", "{hint}"),
    "qua-dai": Message("“{key}” dài {length} ký tự, vượt mức {limit}", "rút gọn còn tối đa {limit} ký tự"),
    "kieu-sai": Message("“{key}” phải là {expected}", "viết lại theo mẫu, ví dụ {example}"),
    "ma-sai": Message(
        "mã “{value}” không hợp lệ", "chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ “{suggestion}”"
    ),
    "lien-ket-ngoai-sai": Message(
        "địa chỉ “{value}” không hợp lệ", "ghi đủ địa chỉ bắt đầu bằng https:// hoặc http://"
    ),
    "bi-danh-sai": Message(
        "địa chỉ cũ “{value}” không hợp lệ", "viết dạng /chinh-sach/ten-cu/, bắt đầu và kết thúc bằng dấu /"
    ),
    "dieu-kien-sai": Message(
        "điều kiện được hưởng viết sai: {reason}", "mỗi mục ghi đúng một khóa, ví dụ household: [ho-ngheo]"
    ),
    "khoang-nguoc": Message("“{later}” ({end}) đứng trước “{earlier}” ({start})", "đổi lại cho đúng thứ tự"),
    "gio-mot-dau": Message(
        "“starts” và “ends” phải cùng có giờ hoặc cùng không có giờ", "thêm giờ vào dòng thiếu, hoặc bỏ giờ ở cả hai"
    ),
    "contest-khac-loai": Message(
        "có “contest” mà kind là {kind}", "ghi kind: cuoc-thi, hoặc bỏ contest; giải thưởng, khen thưởng ghi ở outcome"
    ),
    "ket-qua-cua-viec-khong-dien-ra": Message(
        "hoạt động ghi status: {status} (không diễn ra) mà lại có kết quả", "bỏ outcome, hoặc bỏ status"
    ),
    "so-lieu-thieu-gia-tri": Message(
        "số liệu không có “value” và cũng không có “formula”", "ghi value kèm unit, hoặc formula bằng lời"
    ),
    "so-lieu-thieu-don-vi": Message("số liệu có “value” mà thiếu “unit”", 'thêm đơn vị, ví dụ unit: "đồng/tháng"'),
    "chua-dien": Message(
        "còn chỗ chưa điền: “{text}”", "thay chữ ĐIỀN bằng nội dung thật; khóa không bắt buộc thì xóa được"
    ),
    "chia-dong-sai": Message(
        "“lines” ghép lại không đúng như “text”", "chép đúng lời khẩu hiệu, chỉ chia thành hai, ba dòng"
    ),
    "khau-hieu-khac-nguon": Message(
        "lời khẩu hiệu “{text}” không có trong nguyên văn {document}",
        "chép lại đúng từng chữ từ nguyên văn, hoặc ghi đúng văn bản có câu này",
    ),
    "chu-khong-in-duoc": Message(
        "chữ “{characters}” không có trong phông in; tờ rơi của chính sách sẽ thiếu chữ này",
        "bỏ hình vẽ, ký hiệu lạ; viết bằng chữ cái tiếng Việt",
        is_warning=True,
    ),
    "khau-hieu-thieu-chu": Message(
        "chữ “{characters}” không có trong phông in nên không vẽ được băng rôn",
        "bỏ hình vẽ, ký hiệu lạ; chữ dân tộc mà phông thiếu thì in thành tệp rồi khai kind: ap-phich",
    ),
    "thieu-loi-ghi": Message(
        "âm thanh, video chưa có lời ghi lại bằng chữ",
        "chép lời nói trong tệp vào dưới phần khai báo, để người không nghe được vẫn đọc được",
    ),
    "tep-phat-sai": Message("tệp “{file}” không phải là {expected}", "lưu lại đúng dạng, đừng chỉ đổi đuôi tệp"),
    "tep-phat-nang": Message(
        "tệp “{file}” nặng {size} MB, người dân khó mở trên điện thoại",
        "nén lại còn dưới {limit} MB (âm thanh 64 kbit/giây, video 480p), hoặc cắt thành nhiều phần",
        is_warning=True,
    ),
    "nguon-la": Message("nguồn “{source}” không có trong sources của bài và trong sổ văn bản", "{hint}"),
    "van-ban-toan-van-trong": Message("kế hoạch chưa có nội dung", "dán toàn văn văn bản vào dưới phần khai báo"),
    "chu-hong": Message(
        "văn bản còn {count} dòng hỏng chữ; dòng này có “{word}”, không thể là tiếng Việt",
        "so với bản giấy rồi sửa, hoặc nhận các dòng đề xuất bằng giamngheo import --confirm",
        is_warning=True,
    ),
    # --- catalog -----------------------------------------------------------------------------------------
    "id-trung": Message("id “{id}” đã dùng ở {other}", "đặt id mới cho bài viết sau; không đổi id của bài đã xuất bản"),
    "dia-chi-trung": Message(
        "địa chỉ {address} trùng với {other}", "đổi tên tệp hoặc bỏ địa chỉ cũ (aliases) bị trùng"
    ),
    "khong-co-trong-so": Message("“{value}” không có trong {register}", "{hint}"),
    "thay-the-vong": Message(
        "các mục thay thế nhau thành vòng: {cycle}", "sửa replaced_by, successors hoặc revises để chuỗi có điểm cuối"
    ),
    "dia-ban-vong": Message("địa bàn cấp trên tạo thành vòng: {cycle}", "sửa parent để cấp trên cuối cùng là ca-nuoc"),
    "ma-lap": Message("“{value}” được ghi hai lần trong “{key}”", "giữ lại một chỗ, xóa chỗ kia"),
    "so-trong": Message("{register} chưa có mục nào mà các bài đã dẫn tới", "thêm các mục, hoặc lấy lại tệp đã mất"),
    "thay-the-khac-loai": Message("“revises” trỏ tới {other}, là bài khác loại", "chỉ thay thế bài trong cùng thư mục"),
    "thay-the-som": Message(
        "“revises” trỏ tới bài “{id}” nhưng bài này chưa có publish_at",
        "thêm publish_at: thời điểm bản mới có hiệu lực",
    ),
    "kiem-tra-qua-han": Message(
        "lần kiểm tra cuối ({day}) đã quá {limit} ngày",
        "đối chiếu lại với văn bản rồi ghi ngày mới vào last_checked",
        is_warning=True,
    ),
    "ngay-chua-toi": Message(
        "“{key}” ghi ngày {day}, là ngày chưa tới", "ghi ngày đã thật sự làm việc đó", is_warning=True
    ),
    "den-han-xem-lai": Message("đã quá hạn xem lại ({day})", "xem lại bài rồi ghi review_by mới", is_warning=True),
    "chua-duyet-van-ban": Message(
        "legal_basis dẫn văn bản đã hết hiệu lực: {document}",
        "kiểm tra văn bản thay thế và cập nhật legal_basis",
        is_warning=True,
    ),
    "chinh-sach-cua-cau-hoi-da-het": Message(
        "câu trả lời dựa vào chính sách nay {state}: {policy}",
        "viết lại câu trả lời theo quy định mới; chỉ giữ để tra cứu thì thêm expires",
        is_warning=True,
    ),
    "chua-ghi-ket-qua": Message(
        "hoạt động đã kết thúc ngày {day} mà chưa ghi kết quả",
        "thêm outcome (kết quả, số liệu kèm nguồn); không diễn ra thì ghi status: huy",
        is_warning=True,
    ),
    "doi-lich-chua-bao": Message(
        "hoạt động đã dời, hoãn hoặc hủy mà changes chưa có dòng nào",
        "thêm changes (correction hoặc revision): báo, đài và lịch của người dân biết có thay đổi nhờ dòng này",
        is_warning=True,
    ),
    # --- body --------------------------------------------------------------------------------------------
    "bai-long-sau": Message(
        "lời bài lồng nhau quá sâu, hoặc một đoạn quá rối",
        "bớt các tầng danh sách, trích dẫn, dấu ngoặc; thêm dòng trống giữa các đề mục, các đoạn",
    ),
    "html-tho": Message("có mã HTML “{tag}” trong bài", "bỏ mã HTML, dùng cú pháp Markdown (xem content/README.md)"),
    "lien-ket-nguy-hiem": Message(
        "liên kết “{target}” không an toàn", "chỉ dùng liên kết https://, mailto:, tel: hoặc tới tệp .md"
    ),
    "lien-ket-hong": Message("liên kết “{target}” không dẫn tới bài nào", "{hint}"),
    "neo-hong": Message("liên kết “{target}” trỏ tới mục không có trong trang đó", "sửa phần sau dấu #, hoặc bỏ đi"),
    "lien-ket-chua-cong-khai": Message(
        "liên kết “{target}” dẫn tới bài chưa công khai nên chỉ hiện thành chữ",
        "chờ bài kia được công khai, hoặc bỏ liên kết",
        is_warning=True,
    ),
    "tep-thieu": Message("không thấy tệp “{file}”", "kiểm tra tên tệp; đường dẫn tính từ thư mục content/"),
    "ten-tep-dung-sai": Message(
        "tên tệp “{file}” không dùng làm địa chỉ được",
        "đổi tên tệp, và chỗ ghi tên ấy, thành “{suggestion}”: chữ không dấu, chữ số, dấu chấm, gạch nối, gạch dưới",
    ),
    "anh-sai": Message(
        "tệp “{file}” không phải là ảnh JPEG, PNG hoặc WebP dùng được ({reason})", "lưu lại ảnh dạng JPEG hoặc PNG"
    ),
    "anh-ngoai": Message("ảnh “{file}” nằm ở trang khác", "chép ảnh vào content/images rồi ghi đường dẫn tới tệp đó"),
    "dinh-kem-sai": Message(
        "tệp “{file}” không thuộc loại được đính kèm",
        "đính kèm PDF, DOC, XLS, PPT, ODT, ODS, ODP, CSV, TXT, MP3, MP4, ZIP, JPEG hoặc PNG",
    ),
    "anh-thieu-mo-ta": Message("ảnh “{file}” thiếu lời mô tả", "viết ![mô tả ảnh](tệp) để người khiếm thị nghe được"),
    "am-thanh-khong-dung": Message(
        "bản âm thanh này không được đưa lên trang: {reason}",
        "chạy giamngheo speak với mã của bài để làm bản mới, hoặc xóa tệp",
        is_warning=True,
    ),
    # --- people ------------------------------------------------------------------------------------------
    "du-lieu-ca-nhan": Message("có {kind} “{text}” trong bài", "{hint}"),
    "nguoi-thieu-can-cu": Message(
        "“{name}” được nêu tên mà không có căn cứ",
        "ghi role: public kèm source, hoặc consent có ngày và hình thức đồng ý; nếu không, bỏ tên",
    ),
    "tre-em-neu-ten": Message("“{name}” là trẻ em", "không nêu tên trẻ em trong bài về hoàn cảnh khó khăn; bỏ tên"),
    "dan-toc-thieu-dong-y": Message(
        "nêu dân tộc của “{name}” mà chưa có đồng ý riêng", "thêm ethnicity_consent hoặc bỏ ethnicity"
    ),
    "anh-thieu-dong-y": Message(
        "ảnh có người nhận ra được mà thiếu đồng ý", "ghi people_consent (ngày, hình thức), hoặc thay ảnh khác"
    ),
    # --- series of results -------------------------------------------------------------------------------
    "chuoi-tep-la": Message(
        "tệp này không phải là chuỗi số liệu nên không được xuất bản",
        "lưu bảng thành CSV UTF-8, đặt phần khai báo ở đầu, đuôi tệp là .csv (mẫu: giamngheo new result)",
        is_warning=True,
    ),
    "chuoi-ten-tep": Message(
        "tên tệp “{name}” không dùng làm địa chỉ trang được",
        "đặt tên chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ “{suggestion}.csv”",
    ),
    "chuoi-bang-tinh": Message(
        "phần khai báo đã bị bảng tính ghi lại thành ô",
        "lấy lại phần khai báo từ bản cũ bằng trình soạn thảo chữ, rồi chỉ dán các dòng số liệu vào dưới dòng --- thứ hai",
    ),
    "chuoi-trong": Message("chuỗi chưa có số liệu nào", "thêm dòng tên cột và các dòng số liệu dưới dòng --- thứ hai"),
    "chuoi-csv-sai": Message(
        'từ dòng này bảng sai cú pháp: dấu nháy " mở mà không đóng, hoặc nằm giữa lời',
        'đóng dấu nháy ở cuối ô; dấu " trong lời thì viết hai lần "" hoặc dùng “…”',
    ),
    "chuoi-thieu-ten-cot": Message(
        "bảng không bắt đầu bằng dòng tên cột mà bằng “{near}”", "thêm dòng tên cột ở đầu bảng: {columns}"
    ),
    "chuoi-thieu-cot": Message("thiếu cột “{column}” ({meaning})", "thêm vào dòng tên cột, phải có: {columns}"),
    "chuoi-cot-la": Message("cột “{column}” không có trong mẫu", "{hint}"),
    "chuoi-cot-lap": Message("cột “{column}” được ghi hai lần", "giữ lại một cột, xóa cột kia"),
    "chuoi-dong-lech": Message("dòng có {count} ô mà bảng có {expected} cột", "{hint}"),
    "chuoi-qua-nhieu-dong": Message(
        "chuỗi dài quá {limit} dòng", "tách theo địa bàn thành nhiều tệp, mỗi tệp một tên chuỗi"
    ),
    "chuoi-o-trong": Message("ô “{column}” để trống", "ghi {meaning}"),
    "chuoi-cong-thuc": Message(
        "ô “{column}” bắt đầu như một công thức: “{text}”", "ghi lời, không bắt đầu bằng dấu = + - @"
    ),
    "chuoi-so-sai": Message(
        "“{value}” không phải là số", "viết chữ số, ví dụ 1057374 hoặc 1.93; chưa có số thì ghi chua-co-so"
    ),
    "chuoi-so-mo-ho": Message("“{value}” có thể hiểu là hai số khác nhau", "viết {large} hoặc {small} cho rõ"),
    "chuoi-so-le": Message("“{value}” là số lẻ mà chuỗi đếm từng đơn vị", "kiểm tra số, hoặc đổi measure của chuỗi"),
    "chuoi-so-am": Message(
        "“{value}” là số âm", "kiểm tra số; số tăng, giảm thì lập chuỗi riêng với measure: tang-giam"
    ),
    "chuoi-ky-sai": Message(
        "kỳ “{value}” không có thật hoặc viết chưa đúng dạng", "viết 2024, 2024-H1, 2024-Q3, 2024-09 hoặc 2024-09-30"
    ),
    "chuoi-ky-khac-loai": Message(
        "kỳ “{value}” không cùng loại với frequency: {frequency}",
        "tách thành chuỗi khác; đếm không đều kỳ thì ghi frequency: khong-deu (chỉ với số đếm lúc cuối kỳ)",
    ),
    "chuoi-ky-khong-deu": Message(
        "số cộng cả kỳ (trong-ky) mà các kỳ dài ngắn khác nhau thì không so được",
        "chọn một: nam, nua-nam, quy hoặc thang",
    ),
    "chuoi-khong-ro-chuan": Message(
        "kỳ “{value}” không rõ được đếm theo chuẩn nào", "ghi cột standard: {known}; hoặc ghi from, to cho từng chuẩn"
    ),
    "chuoi-thieu-chuan": Message(
        "chuỗi đếm hộ nghèo mà không khai theo chuẩn nào",
        "khai standards; nguồn không nói thì khai một chuẩn có unclear: true",
    ),
    "chuoi-ngoai-chuan": Message(
        "kỳ “{value}” nằm ngoài thời gian áp dụng của chuẩn “{standard}” ({document}: {start} đến {end})",
        "khai thêm chuẩn mới trong standards rồi ghi vào cột standard; biểu đồ sẽ ngắt ở chỗ đổi chuẩn",
    ),
    "chuoi-dong-trung": Message("dòng này lặp lại dòng {other}", "xóa một dòng"),
    "chuoi-hai-gia-tri": Message(
        "cùng nguồn, cùng địa bàn, cùng kỳ mà có hai giá trị: {value} ở đây, {first} ở dòng {other}",
        "xem lại nguồn rồi giữ một dòng; số sơ bộ và số sau thì ghi khác nhau ở cột status",
    ),
    "chuoi-mau-thuan": Message(
        "các nguồn nói khác nhau: {value} ở đây, {first} ở dòng {other}; trang hiện cả hai số và nói là khác nhau",
        "nếu một số gõ nhầm thì sửa; nếu một số là sơ bộ thì ghi status: so-bo; không thì để vậy",
        is_warning=True,
    ),
    "chuoi-trung-ten": Message(
        "tên chuỗi trùng với {other}", "đặt tên nói rõ khác nhau ở đâu (ai đếm, đếm gì), hoặc gộp vào một tệp"
    ),
    "chuoi-trung-nghia": Message(
        "chuỗi đếm cùng một thứ như {other} (counts, by, unit, frequency giống nhau)",
        "gộp vào một tệp, hoặc nói rõ ở counts, by khác nhau ở đâu",
    ),
    "chuoi-chua-toi": Message(
        "kỳ “{value}” chưa hết mà ghi là số thực tế",
        "ghi kind: ke-hoach nếu là số dự kiến; số đếm giữa kỳ thì ghi ngày đếm, với frequency: khong-deu",
    ),
    "chuoi-dia-ban-het": Message(
        "{place} chỉ tồn tại đến {day}, trước khi hết kỳ “{value}”", "chọn địa bàn của kỳ đó, hoặc sửa lại kỳ"
    ),
    "chuoi-o-nho": Message(
        "{place} chỉ có {value} {unit}: người quen có thể nhận ra là ai",
        "cân nhắc ghi value: 5 với qualifier: duoi, hoặc chỉ đăng số của cấp trên",
        is_warning=True,
    ),
    # --- site --------------------------------------------------------------------------------------------
    "cau-hinh-sai": Message("cấu hình “{key}” không hợp lệ: {reason}", "sửa trong mkdocs.yml hoặc content/portal.yml"),
    "bo-cong-khai-loi": Message(
        "kết quả dựng trang không đạt: {reason}", "báo cho người phụ trách kỹ thuật; bản đang chạy được giữ nguyên"
    ),
}
