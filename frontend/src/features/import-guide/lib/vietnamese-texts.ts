import type { GuideTexts } from './guide-texts.ts';

export const vietnameseTexts: GuideTexts = {
  title: 'Những cách viết đề được nhận ra',
  lead: 'Hãy soạn đề theo thói quen của bạn. Đây là những cách viết được nhận ra; chỗ nào chưa chắc chắn sẽ hiện ra bên cạnh nguồn, và không đáp án nào bị đoán.',
  back: 'Nhập từ Word',
  contents: 'Trong trang này',
  sample: 'Tải đề mẫu',
  recommended: {
    id: 'recommended',
    title: 'Cách viết nên dùng',
    text: 'Chắc chắn nhất: mỗi câu hỏi một số, mỗi lựa chọn một chữ cái, và một dòng ghi đáp án đúng.',
    points: [
      'Hãy để Word tự đánh số câu hỏi và chữ cái. Đề mẫu có sẵn hai kiểu tự làm việc đó: “QuizMaster Question” và “QuizMaster Option”.',
      'Với các kiểu này không gì có thể bị hiểu nhầm: câu hỏi có thể chứa các bước đánh số, lựa chọn có thể bắt đầu bằng dấu sao.',
      'Mọi đề đều có thể tải xuống từ trang của nó theo cách viết này, sửa trong Word rồi nhập lại.',
    ],
  },
  sections: [
    {
      id: 'questions',
      title: 'Câu hỏi',
      text: 'Cách nào cũng được, miễn là cả tài liệu viết thống nhất.',
      figures: [
        { id: 'typedNumbers', title: 'Gõ số', text: '1. hoặc 1) hoặc (1) trước câu hỏi.' },
        {
          id: 'wordLists',
          title: 'Danh sách của Word',
          text: 'Số được đếm đúng như Word hiển thị, kể cả khi đếm lại và nhiều cấp.',
        },
        {
          id: 'numberWords',
          title: 'Một từ và một số',
          text: 'Câu 1, Question 1, Q1, Вопрос 1 và tương tự, trong nhiều ngôn ngữ.',
        },
        {
          id: 'unnumbered',
          title: 'Không đánh số',
          text: 'Phần chữ ngay trước các lựa chọn là câu hỏi.',
        },
        { id: 'questionTables', title: 'Mỗi câu một bảng', text: 'Các hàng được đọc theo thứ tự.' },
        {
          id: 'rowPerQuestion',
          title: 'Mỗi câu một hàng',
          text: 'Hàng đầu cho biết các cột chứa gì.',
        },
      ],
    },
    {
      id: 'options',
      title: 'Lựa chọn',
      text: 'Mỗi lựa chọn một dòng, hoặc nhiều lựa chọn trên một dòng.',
      figures: [
        {
          id: 'letters',
          title: 'Chữ cái',
          text: 'A. hoặc a) hoặc (A), cả trong bảng chữ cái khác.',
        },
        {
          id: 'bullets',
          title: 'Dấu đầu dòng',
          text: 'Ở đây đáp án đúng được in đậm, như trong cả tài liệu.',
        },
        {
          id: 'sameLine',
          title: 'Trên một dòng',
          text: 'Cách nhau bằng tab hoặc khoảng trắng rộng.',
        },
        { id: 'stemLine', title: 'Ngay sau câu hỏi', text: 'Trên cùng một dòng.' },
        { id: 'checkBoxes', title: 'Ô đánh dấu', text: 'Ô được đánh dấu là đúng.' },
        {
          id: 'optionNumbers',
          title: 'Số',
          text: 'Khi câu hỏi được đánh số theo cách khác.',
        },
      ],
    },
    {
      id: 'answers',
      title: 'Đáp án đúng',
      text: 'Ghi một lần cho mỗi câu. Khi hai dấu hiệu mâu thuẫn, không gì được chọn và bạn sẽ được hỏi.',
      figures: [
        {
          id: 'answerLine',
          title: 'Dòng đáp án',
          text: 'Đáp án, Answer, Key, 答案, Ответ và nhiều từ khác; kèm chữ cái, số hoặc toàn bộ nội dung.',
        },
        { id: 'marks', title: 'Dấu sao hoặc dấu tích', text: 'Ngay trước chữ cái hoặc nội dung.' },
        {
          id: 'looks',
          title: 'Tô nền, in đậm, gạch chân hoặc màu',
          text: 'Trên toàn bộ nội dung của lựa chọn đúng, thống nhất trong cả tài liệu. Học sinh không bao giờ thấy.',
        },
        { id: 'keyList', title: 'Danh sách đáp án', text: 'Ở cuối, mỗi câu một số.' },
        { id: 'keyTable', title: 'Bảng đáp án', text: 'Số và chữ cái theo hàng hoặc theo cột.' },
        {
          id: 'several',
          title: 'Nhiều đáp án đúng',
          text: 'Trở thành câu hỏi nhiều lựa chọn.',
        },
      ],
    },
    {
      id: 'kinds',
      title: 'Các loại câu hỏi khác',
      text: 'Không cần các lựa chọn có chữ cái.',
      figures: [
        { id: 'trueFalse', title: 'Đúng sai', text: 'Trong nhiều ngôn ngữ.' },
        { id: 'shortAnswer', title: 'Trả lời ngắn', text: 'Điều học sinh phải gõ.' },
        { id: 'number', title: 'Một con số', text: 'Kèm sai số cho phép.' },
      ],
    },
  ],
  content: {
    title: 'Những gì được giữ lại',
    points: [
      'Hình ảnh (PNG, JPEG, GIF, WebP), bảng, công thức, mã chương trình, chỉ số trên và dưới.',
      'Điểm, lời giải thích, tiêu đề tài liệu; với cách viết nên dùng còn có nhận xét cho từng lựa chọn, danh mục, độ khó và thời gian.',
      'Các mệnh đề được đánh số bên trong câu hỏi vẫn nằm trong câu hỏi.',
    ],
  },
  reports: {
    title: 'Khi có điều chưa chắc chắn',
    points: [
      'Câu không có đáp án chắc chắn được đánh dấu và chỉ giữ lại chính nó.',
      'Phần chữ không thuộc câu nào được liệt kê, không bao giờ bị bỏ đi trong im lặng.',
      'Không đọc được tệp .doc cũ và tệp có mật khẩu: hãy lưu lại thành .docx không mật khẩu.',
    ],
  },
};
