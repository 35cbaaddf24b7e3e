print("xtraq")
