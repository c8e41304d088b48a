/** Pairs of syllables that are one word in the texts of this field; for finding slips of typing. */
const COMPOUNDS: ReadonlySet<string> = new Set(
  `an toàn; ban hành; bảo đảm; bảo vệ; bình chọn; bình quân; bổ sung; cạnh tranh; cấp tỉnh; chất lượng;
   chế biến; chế tạo; chỉ đạo; chỉ tiêu; chiến lược; chính phủ; chính sách; chủ trì; chủ yếu; chuyên môn;
   chuyển giao; chương trình; cơ chế; cơ khí; cơ quan; cơ sở; công bố; công nghệ; công nghiệp;
   công tác; công thương; cụm công; cụ thể; dây chuyền; dịch vụ; doanh nghiệp; du lịch; đào tạo; đánh giá;
   đầu tư; địa bàn; địa phương; điện tử; điều kiện; đảm bảo; đăng ký; đề án; đề nghị; đề xuất; định hướng;
   đổi mới; đơn vị; đồng bộ; giá trị; giải pháp; giai đoạn; giám sát; giáo dục; giao thông; hệ thống; hiện đại; hiệu quả;
   hỗ trợ; hoạt động; hợp đồng; hợp tác; hướng dẫn; kế hoạch; kết quả; khoa học; khó khăn;
   khuyến công; khuyến khích; kiểm tra; kinh doanh; kinh phí; kinh tế; kỹ thuật; lao động; lĩnh vực;
   liên kết; lợi thế; máy móc; môi trường; mô hình; mục đích; mục tiêu; nâng cao; năng lực; năng lượng;
   năng suất; ngân sách; nghề nghiệp; nghị định; nghị quyết; nghiên cứu; nguồn lực; nguyên liệu; nhân dân; nhân lực;
   nhiệm vụ; nội dung; nông nghiệp; nông thôn; ô nhiễm; phát huy; phát triển; phê duyệt; phối hợp; phục vụ; phương án;
   quan trọng; quản lý; quốc gia; quy chế; quy định; quy hoạch; quy mô; quyết định; rà soát; sản phẩm;
   sản xuất; sáng tạo; sử dụng; sửa đổi; tài chính; tài liệu; tài nguyên; tạo điều; tăng cường; tăng trưởng; tập huấn; tập trung;
   tham gia; tham mưu; thành lập; thẩm định; theo dõi; thị trường; thiết bị; thông báo; thông tin; thủ công;
   thực hiện; thường xuyên; thương hiệu; thương mại; tiên tiến; tiếp tục; tiết kiệm; tiêu biểu; tiêu chí;
   tiêu thụ; tổ chức; tổng hợp; trách nhiệm; triển khai; triển lãm; trình diễn; trung tâm; trung ương; truyền thông;
   tuyên truyền; tư vấn; ứng dụng; ưu tiên; văn bản; vật liệu; xây dựng; xã hội; xuất khẩu; xúc tiến; yêu cầu`
    .split(';')
    .map((pair) => pair.replace(/\s+/gu, ' ').trim())
    .filter(Boolean),
)

/** Whether the two syllables are one of the field's usual words, in any capitals. */
export function isCompound(first: string, second: string): boolean {
  return COMPOUNDS.has(`${first} ${second}`.toLowerCase().normalize('NFC'))
}
