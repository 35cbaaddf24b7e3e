// XtraqDocuments
