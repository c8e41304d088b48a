/** What Payload's Vietnamese leaves in English, or says unclearly; keys as in its own translations. */
export const adminTranslations = {
  vi: {
    authentication: { apiKey: 'Khóa API' },
    error: {
      correctInvalidFields: 'Chưa lưu được. Hãy sửa những ô được đánh dấu.',
      followingFieldsInvalid_one: 'Chưa lưu được. Hãy xem lại ô:',
      followingFieldsInvalid_other: 'Chưa lưu được. Hãy xem lại các ô:',
      noFilesUploaded: 'Chưa có tệp nào được tải lên.',
      problemUploadingFile: 'Chưa lưu được tệp. Hãy thử lại.',
      tokenInvalidOrExpired: 'Phiên làm việc đã hết hạn. Hãy đăng nhập lại.',
      tokenNotProvided: 'Bạn chưa đăng nhập.',
    },
    fields: { block: 'Khối', blocks: 'khối', blockType: 'Loại khối' },
    general: {
      collections: 'Nội dung',
      email: 'Thư điện tử',
      false: 'không',
      globals: 'Thiết lập chung',
      menu: 'Trình đơn',
      true: 'có',
    },
    upload: {
      dragAndDropHere: 'hoặc kéo và thả tệp vào đây',
      fileName: 'Tên tệp',
      fileSize: 'Dung lượng',
      selectCollectionToBrowse: 'Chọn nơi để tìm',
      selectFile: 'Chọn tệp',
    },
    validation: {
      fieldHasNo: 'Ô này chưa có {{label}}.',
      invalidSelection: 'Lựa chọn ở ô này không còn dùng được. Hãy chọn lại.',
      invalidSelections: 'Những lựa chọn sau không còn dùng được, hãy bỏ đi:',
      validUploadID: 'Tệp ở ô này không còn nữa. Hãy chọn tệp khác.',
    },
    version: { schedulePublish: 'Hẹn giờ đăng' },
  },
}
