import EyeInvisibleOutlined from '@ant-design/icons/EyeInvisibleOutlined'
import EyeOutlined from '@ant-design/icons/EyeOutlined'
import { Input } from 'antd'
import { type ComponentProps } from 'react'
import style from './PasswordInput.module.css'

const eyeOf = (shown: boolean) => <span className={style['eye']}>{shown ? <EyeOutlined /> : <EyeInvisibleOutlined />}</span>

/** A password field whose eye is large enough to be hit. */
export function PasswordInput(props: ComponentProps<typeof Input.Password>) {
  return <Input.Password {...props} iconRender={eyeOf} />
}
