import type { Random } from './random.ts'

/** A trade of the countryside, with the words that belong to it. */
export interface Trade {
  readonly name: string
  readonly things: readonly string[]
  readonly stuff: readonly string[]
  readonly tools: readonly string[]
  readonly steps: readonly string[]
  readonly faults: readonly string[]
}

/** Name: things made; of what; with what; how; what goes wrong. The commonest trades first. */
const TRADES: readonly Trade[] = `
chế biến nông sản: xoài sấy dẻo, chuối sấy giòn, bột nghệ, hạt sen sấy, khoai lang kén; xoài keo, nghệ vàng, khoai mật; máy sấy lạnh, nồi chần, máy thái lát; gọt, chần, thái, hấp; lát bị thâm, sản phẩm hút ẩm
gốm sứ: bình hoa men ngọc, chum sành, bát đĩa, tượng linh vật, gạch trang trí; đất sét, cao lanh, men tro; lò con thoi, bàn xoay, máy nghiền bi; nhào, tạo hình, tráng men, nung; men bị rạn, xương gốm cong vênh
mây tre đan: giỏ mắt cáo, lẵng hoa, rổ rá, đèn lồng, bàn ghế song mây; mây nếp, nứa, giang, song bột; máy chẻ mây, máy vót nan, nồi luộc; chẻ, chuốt, vót, bện; nan bị mọt, sợi mốc đen
đồ gỗ mỹ nghệ: sập gụ, hoành phi, tủ chè, tranh chạm, khung kính; gỗ mít, gỗ xoan, gỗ hương; máy khắc laser, máy bào, cưa vòng, bộ đục; xẻ, bào, đục, đánh bóng; mộng bị hở, ván co ngót
cơ khí: máy tuốt lúa, lưỡi cày, bản lề, khung nhà xưởng, xe rùa; thép tấm, phôi gang, que hàn; máy tiện, máy phay, búa hơi, máy đột; tiện, phay, rèn, tôi; mối hàn rỗ, chi tiết lệch tâm
bánh tráng: bánh phơi sương, bánh đa nem, bún khô, phở sợi, bánh hỏi; gạo tẻ, bột lọc, vừng đen; máy tráng liên tục, lò hơi, vỉ phơi; ngâm, xay, tráng, phơi; bánh bị rách, mẻ bột chua
dệt thổ cẩm: khăn piêu, váy xòe, túi chàm, gối tựa, mặt chăn; sợi lanh, chàm, củ nâu; khung cửi, guồng sợi, thoi; se, nhuộm, mắc cửi, thêu; màu bị phai, sợi đứt
nước mắm: nước mắm nhỉ, mắm ruốc, mắm tôm, cá khô một nắng, chả mực; cá cơm, cá nục, muối hạt; thùng chượp, máy rút mắm, bể lọc; ướp, gài nén, kéo rút, lọc; nước bị vẩn, chượp trở mùi
chè: chè búp, chè ướp sen, bột trà xanh, chè ô long, chè túi lọc; búp một tôm hai lá, gạo sen; tôn quay, máy vò, máy sao; hái, làm héo, vò, sao; nước chè đỏ, cánh chè vụn
cà phê: cà phê rang xay, cà phê phin giấy, nhân xô, cao cà phê, rượu cà phê; quả chín, vỏ lụa, đường phèn; máy xát vỏ, lồng rang, máy phân loại màu; xát, rửa, phơi giàn, rang mộc; hạt đen, mẻ rang cháy
may mặc: áo bà ba, đồng phục, găng tay, mũ vải, áo mưa; vải thun, chỉ may, khóa kéo; máy vắt sổ, bàn là hơi, máy cắt vòng; trải vải, cắt, ráp, vắt sổ; đường may nhăn, lệch cỡ
vật liệu xây dựng: gạch không nung, ngói âm dương, đá ốp, tấm lợp, ống cống; xi măng, đá mạt, tro bay; máy ép rung, khuôn thép, trạm trộn; trộn, ép, bảo dưỡng, xếp kiêu; gạch sứt cạnh, mác không đạt
sơn mài: tranh khảm trứng, hộp trang sức, đĩa treo, lọ cắm, bình phong; sơn ta, vỏ trai, bạc quỳ; buồng ủ, thép nạo, đá mài; bó hom, lót, mài, toát; mặt sơn bong, nền bị lỗ kim
dệt chiếu cói: chiếu hoa, thảm chùi chân, giỏ cói, dép đi trong nhà, hộp đựng; cói chẻ, sợi đay, bẹ chuối; máy dệt chiếu, máy se lõi, giàn phơi; chẻ, phơi, dập, cài hoa; mép chiếu sổ, cói gãy
chạm bạc: vòng kiềng, xà tích, khuyên tai, ấm chén bạc, khay trầu; bạc nén, hàn the, nhựa thông; ve chạm, đèn khò, máy cán; nấu, dát, chạm, đậu; mối hàn cháy, hoa văn mờ
đúc đồng: chuông chùa, đỉnh thờ, chân nến, tượng danh nhân, cồng chiêng; đồng thỏi, thiếc, đất trấu; lò nồi, khuôn đất, máy mài tay; đắp khuôn, nấu, rót, sửa nguội; đồng rỗ mọt, âm bị rè
nghề mộc đóng thuyền: ghe chài, xuồng ba lá, thuyền thúng, mái chèo, bánh lái; gỗ sao, xơ dừa, dầu rái; cưa đĩa, đục trám, giàn kích; uốn ván, ghép be, xảm, trét; be bị hở, ván nứt
làm nón: nón lá ba tầng, nón quai thao, mũ cối, quạt nan, áo tơi; lá cọ, lá buông, cước; khuôn chóp, bàn là lá, kim khâu; ủi lá, xếp vành, chằm, nức cạp; lá đốm, vành lệch
giấy dó: giấy bản, thiệp chúc, tranh khắc, diều sáo, lồng đèn xếp; vỏ dó, vỏ dướng, nhựa mò; tàu seo, liềm seo, lò sấy tường; nấu, giã, seo, can; giấy thủng, xơ vón
rượu: rượu nếp cái, rượu cần, rượu ngâm mơ, giấm gạo, cơm rượu; nếp nương, men lá, mơ vàng; nồi đồng, tháp chưng, máy lão hóa; ủ, chưng cất, lọc độc tố, đóng chai; rượu gắt, men chết
mật ong: mật hoa nhãn, sáp ong, phấn hoa, sữa chúa, mật lên men; hoa nhãn, hoa bạc hà, hoa keo; thùng quay ly tâm, máy hạ thủy phần, cầu ong; nhân đàn, quay mật, lọc, hạ thủy phần; mật kết tinh, ong bốc bay
đường phên: đường thốt nốt, mật mía, kẹo lạc, kẹo gừng, đường bát; mía tím, nước thốt nốt, lạc nhân; máy ép mía, chảo gang, khuôn bát; ép, lóng, nấu, đổ khuôn; đường khê, mật đắng
đậu phụ và tương: đậu bìa, tương bần, váng đậu, sữa đậu nành, chao; đậu tương, nước chua, mốc hoa cau; cối xay, nồi hai vỏ, khuôn ép; ngâm, xay, lọc bã, ép; đậu bở, tương chua gắt
trồng và chế biến nấm: nấm rơm muối, nấm sò tươi, linh chi lát, trà đông trùng, ruốc nấm; rơm rạ, mùn cưa, cám bắp; lò hấp bịch, tủ cấy, máy băm rơm; đảo ủ, đóng bịch, cấy giống, rạch bịch; bịch nhiễm mốc xanh, tai nấm héo
muối: muối tinh, muối tôm, muối hầm, nước ót, muối ngâm chân; chạt, cát biển, bạt phủ; ruộng trải bạt, máy rửa muối, lò hầm; thu chạt, kết tinh, cào, hầm; muối lẫn cát, mưa trái mùa
tinh dầu: dầu tràm, tinh dầu sả, dầu quế, xà phòng thảo mộc, hương xông; lá tràm, sả chanh, vỏ quế; nồi cất hơi, bình tách, bồn ngưng; hái lá, cất, tách nước, lắng; dầu lẫn nước, cháy đáy nồi
hương trầm: nhang vòng, nhang nụ, trầm cảnh, tăm hương, bột trầm; mùn trầm, bời lời, tăm nứa; máy se nhang, máy cuốn vòng, sân phơi; trộn bột, se, phơi, nhuộm chân; nhang cong, tàn rụng
chăn tằm ươm tơ: tơ nõn, lụa vân, đũi, khăn lụa, nhộng rang; kén vàng, lá dâu, củ nghệ; né tằm, nồi kéo tơ, guồng; hái dâu, lên né, kéo kén, mạng tơ; kén ướt, tơ gút
thuộc da: thắt lưng, ví da, yên xe, trống da trâu, bao dao; da trâu, chất thuộc thảo mộc, sáp; phu lông, máy xẻ da, kéo tỉa; ngâm vôi, nạo mỡ, thuộc, cán phẳng; da cứng, bề mặt xước
thêu ren: khăn trải bàn, tranh thêu, rèm ren, áo dài thêu, gối cưới; chỉ tơ, vải toan, cườm; khung căng, kim số, máy thêu vi tính; căng nền, sang mẫu, thêu, giặt hấp; mặt nhăn, chân chỉ lộ
đá mỹ nghệ: bia đá, cối xay, sư tử đá, lục bình, bàn ghế sân vườn; đá xanh, đá trắng, bột đánh bóng; máy cưa dây, búa chạm, chổi hơi; cắt khối, phá thô, chạm, mài nước; đá nứt gân, bụi vượt ngưỡng
nhựa tái chế: xô chậu, hạt nhựa, bao dệt, ván lót, khay ươm; phế liệu, hạt màu, bột đá; máy băm, máy đùn, khuôn ép phun; phân loại, băm rửa, đùn, ép phun; ba via, mùi khét
phân hữu cơ: phân trùn quế, đất sạch, giá thể xơ dừa, dịch đạm cá, phân viên; phân chuồng, bã mía, vỏ trấu; máy đảo luống, sàng rung, máy ép viên; đảo trộn, ủ hiếu khí, sàng, đóng bao; đống ủ nguội, còn hạt cỏ
than sinh học: than hoạt tính, than không khói, giấm gỗ, củi ép, viên nén; gáo dừa, trấu, cành nhãn; lò yếm khí, máy ép trục vít, sàng lồng; sấy, hầm, làm nguội, sàng; than non lửa, khói thoát ra
gia công kim loại tấm: cửa xếp, lan can, bồn chứa, máng xối, kệ chợ; tôn mạ, hộp kẽm, sơn tĩnh điện; máy chấn, máy cắt tia, buồng sơn; cắt tấm, chấn, hàn lăn, phun sơn; sơn chảy, mép sắc
thức ăn chăn nuôi: cám viên, thức ăn ủ chua, men vi sinh, bột cá, đá liếm; ngô hạt, khô dầu, rỉ đường; máy nghiền búa, máy trộn đứng, máy ép cám; nghiền, trộn, hấp chín, ép viên; cám mốc, viên vụn
đan lưới ngư cụ: lưới rê, lồng bẫy, vợt, phao xốp, dây giềng; sợi cước, chì, phao nhựa; ghim đan, máy dệt lưới, bàn căng; gỡ, vá, dập chì, nhuộm lưới; mắt lưới tuột, phao ngấm
làm trống: trống chầu, trống đế, tang mít, dùi, trống lân; da trâu nái, gỗ mít già, đinh tre; cặp căng, bào cong, kích; bưng, căng, nạo da, sơn tang; tiếng bị câm, tang rạn
nuôi yến: yến chưng, tổ tinh chế, nước yến, chân yến, yến rút lông; tổ thô, đường phèn, táo đỏ; nhíp, tủ sấy gió, nồi chưng; ngâm, nhặt lông, định hình, chưng; tổ bở, lông sót
sản xuất hoa giấy và đồ mã: hoa sen giấy, đèn kéo quân, mặt nạ bồi, tò he, ông tiến sĩ; giấy màu, nan vầu, hồ nếp; khuôn bồi, dao trổ, máy dập; bồi, dán, trổ, tô; giấy bong, màu lem
`
  .trim()
  .split('\n')
  .map(tradeIn)

function tradeIn(line: string): Trade {
  const [name = '', words = ''] = line.split(': ')
  const [things, stuff, tools, steps, faults] = words.split('; ').map((some) => some.split(', '))
  if (!things || !stuff || !tools || !steps || !faults) throw new Error(`Not a trade: ${line}`)
  return { name, things, stuff, tools, steps, faults }
}

const drawn = new WeakMap<Random, Trade>()

/** What an item speaks of from its title to its last line: the trade that its stream draws first. */
export function tradeOf(random: Random): Trade {
  const trade = drawn.get(random) ?? random.frequent(TRADES)
  drawn.set(random, trade)
  return trade
}
